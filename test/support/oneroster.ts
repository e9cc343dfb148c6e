const MANIFEST =
  'propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.academicSessions,absent\nfile.orgs,bulk\nfile.courses,absent\nfile.classes,absent\nfile.users,bulk\nfile.enrollments,absent\n'
const ORGS = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\nD1,,,Oak,district,7,\nS1,,,Elm,school,1,D1\n'
const USERS =
  'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n'

/** A small sound roster with some of its files replaced, or left out where undefined. */
export function small(files: Record<string, string | undefined>) {
  const sound = { 'manifest.csv': MANIFEST, 'orgs.csv': ORGS, 'users.csv': USERS }
  const sessions = files['academicSessions.csv'] ? MANIFEST.replace('academicSessions,absent', 'academicSessions,bulk') : MANIFEST
  const all = new Map<string, Buffer>()
  for (const [name, text] of Object.entries({ ...sound, 'manifest.csv': sessions, ...files })) {
    if (text !== undefined) all.set(name.toLowerCase(), Buffer.from(text))
  }
  return { files: all, defects: [] }
}

/** A defect's place and kind in one line. */
export function placeOf(defect: { file: string; row: number; column: string; code: string }) {
  return `${defect.file}:${defect.row} ${defect.column} ${defect.code}`
}
