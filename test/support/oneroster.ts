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

const USER_HEAD =
  'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password'

export type SmallUser = { id: string; org: string; role: string; given: string; family: string; email?: string }
export type SmallClass = { id: string; school: string; grades?: string; subjects?: string; periods?: string; teachers: readonly string[] }

/** The files of a roster of a few people and classes, all of it sound. */
export function rosterFiles(given: {
  orgs: readonly [id: string, name: string, type: string, parent: string][]
  users: readonly SmallUser[]
  classes?: readonly SmallClass[]
}) {
  const { orgs, users, classes = [] } = given
  const enrollments = classes.flatMap((one) =>
    one.teachers.map((teacher) => `${one.id}-${teacher},,,${one.id},${one.school},${teacher},teacher,true,,`),
  )
  return {
    'manifest.csv': MANIFEST.replaceAll(',absent', ',bulk').replace('file.courses,bulk', 'file.courses,absent'),
    'orgs.csv': table(
      'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
      orgs.map(([id, name, type, parent]) => `${id},,,${name},${type},,${parent}`),
    ),
    'academicSessions.csv': table('sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear', [
      'Y,,,2026-2027,schoolYear,2026-08-10,2027-06-05,,2027',
    ]),
    'users.csv': table(
      USER_HEAD,
      users.map(
        (user) => `${user.id},,,true,"${user.org}",${user.role},${user.id},,${user.given},${user.family},,,${user.email ?? ''},,,,,`,
      ),
    ),
    'classes.csv': table(
      'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
      classes.map(
        (one) =>
          `${one.id},,,Class ${one.id},"${one.grades ?? ''}",C,,scheduled,,${one.school},Y,"${one.subjects ?? ''}",,"${one.periods ?? ''}"`,
      ),
    ),
    'enrollments.csv': table(
      'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
      enrollments,
    ),
  }
}

function table(head: string, lines: readonly string[]) {
  return `${[head, ...lines].join('\r\n')}\r\n`
}
