// Written by `npm run db:types` from the migrated database; never by hand.
import type { ColumnType } from 'kysely'

/** What comes out must be parsed before it is trusted. */
export type Json = ColumnType<unknown, object | string | number | boolean, object | string | number | boolean>
export type Instant = ColumnType<Date, Date | string, Date | string>
/** `numeric` comes as text, so that no digit is lost. */
export type Exact = ColumnType<string, string | number, string | number>
/** Has a default, so that an insert may leave it out. */
export type Optional<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export type Tables = {
  'identity.apiToken': {
    id: string
    tokenHash: Buffer
    identityPersonId: string
    tenantId: string
    tenantSlug: string
    tenantPersonId: string
    name: string
    ending: string
    expiresOn: string
    lastUsedOn: string | null
    createdAt: Instant
    revokedAt: Instant | null
  }
  'identity.attempt': {
    key: string
    count: number
    windowBeganAt: Instant
  }
  'identity.credential': {
    id: string
    personId: string
    providerId: string
    accountId: string
    password: string | null
    accessToken: string | null
    refreshToken: string | null
    idToken: string | null
    accessTokenExpiresAt: Instant | null
    refreshTokenExpiresAt: Instant | null
    scope: string | null
    createdAt: Instant
    updatedAt: Instant
  }
  'identity.invitation': {
    id: string
    tokenHash: Buffer | null
    email: string
    tenantId: string
    tenantSlug: string
    tenantName: string
    tenantPersonId: string
    personName: string
    language: string
    invitedBy: string
    invitedByName: string
    invitedAt: Instant
    expiresAt: Instant
    acceptedAt: Instant | null
    withdrawnAt: Instant | null
  }
  'identity.person': {
    id: string
    name: string
    email: string
    emailVerified: Optional<boolean>
    image: string | null
    language: string | null
    theme: Optional<string>
    createdAt: Instant
    updatedAt: Instant
  }
  'identity.personTenant': {
    identityPersonId: string
    tenantId: string
    tenantSlug: string
    tenantName: string
    tenantPersonId: string
    linkedAt: Instant
  }
  'identity.session': {
    id: string
    personId: string
    token: string
    userAgent: string | null
    ipAddress: string | null
    expiresAt: Instant
    lastUsedAt: Instant
    createdAt: Instant
  }
  'identity.surveyLink': {
    tokenHash: Buffer
    tenantId: string
  }
  'identity.tenant': {
    tenantId: string
    slug: string
    recordedAt: Instant
  }
  'identity.verification': {
    id: string
    identifier: string
    value: string
    expiresAt: Instant
    createdAt: Instant
    updatedAt: Instant
  }
  'reference.frameworkVariable': {
    frameworkKey: string
    variableKey: string
  }
  'reference.frameworkVersion': {
    frameworkKey: string
    version: number
    publishedOn: string
    document: Json
  }
  academicSession: {
    tenantId: string
    id: string
    title: string
    kind: string
    beginsOn: string
    endsOn: string
    endedOn: string | null
    recordedAt: Instant
  }
  ballot: {
    tenantId: string
    id: string
    voteId: string
    personId: string
    sealed: Buffer | null
  }
  bellPeriod: {
    tenantId: string
    id: string
    schoolId: string
    period: string
    weekday: number
    beginsAt: string
    endsAt: string
    teaching: Optional<boolean>
    recordedAt: Instant
  }
  changeIdea: {
    tenantId: string
    id: string
    driverId: string
    position: number
    statement: string
    version: Optional<number>
    recordedAt: Instant
  }
  class: {
    tenantId: string
    id: string
    schoolId: string
    courseId: string | null
    title: string
    code: Optional<string>
    kind: string
    location: Optional<string>
    grades: string[]
    subjects: string[]
    endedOn: string | null
    recordedAt: Instant
  }
  classPeriod: {
    tenantId: string
    id: string
    classId: string
    period: string
  }
  classSession: {
    tenantId: string
    id: string
    classId: string
    sessionId: string
  }
  closedDay: {
    tenantId: string
    id: string
    unitId: string
    closedOn: string
    reason: Optional<string>
    recordedAt: Instant
  }
  commitment: {
    tenantId: string
    id: string
    ideaId: string
    personId: string
    what: string
    dueOn: string
    madeBy: string | null
    recordedAt: Instant
  }
  commitmentKeeping: {
    tenantId: string
    id: string
    commitmentId: string
    keptOn: string
    cameOf: Optional<string>
    recordedBy: string | null
    recordedAt: Instant
  }
  commitmentRelease: {
    tenantId: string
    id: string
    commitmentId: string
    releasedOn: string
    reason: string
    recordedBy: string | null
    recordedAt: Instant
  }
  commitmentReminder: {
    tenantId: string
    id: string
    commitmentId: string
    stage: string
    recordedAt: Instant
  }
  course: {
    tenantId: string
    id: string
    title: string
    code: Optional<string>
    grades: string[]
    subjects: string[]
    endedOn: string | null
    recordedAt: Instant
  }
  cycle: {
    tenantId: string
    id: string
    unitId: string
    circle: Optional<string>
    goalId: string
    ideaId: string | null
    measureId: string | null
    parentId: string | null
    number: number
    question: string
    prediction: Optional<string>
    planWhat: Optional<string>
    planWho: Optional<string>
    beginsOn: string | null
    endsOn: string | null
    ledBy: string | null
    version: Optional<number>
    recordedAt: Instant
  }
  cycleDecision: {
    tenantId: string
    id: string
    cycleId: string
    decision: string
    reason: string
    decidedOn: string
    decidedBy: string | null
    recordedAt: Instant
  }
  cycleNudge: {
    tenantId: string
    id: string
    cycleId: string
    recordedAt: Instant
  }
  cycleStart: {
    tenantId: string
    id: string
    cycleId: string
    startedOn: string
    startedBy: string | null
    recordedAt: Instant
  }
  driver: {
    tenantId: string
    id: string
    strategyId: string
    position: number
    statement: string
    why: Optional<string>
    measureId: string | null
    version: Optional<number>
    recordedAt: Instant
  }
  enrollment: {
    tenantId: string
    id: string
    classId: string
    personId: string
    role: string
    isPrimary: Optional<boolean>
    beginsOn: string | null
    endsOn: string | null
    endedOn: string | null
    recordedAt: Instant
  }
  evaluates: {
    tenantId: string
    id: string
    evaluatorId: string
    evaluatedId: string
    beginsOn: string
    endsOn: string | null
    recordedAt: Instant
  }
  event: {
    tenantId: string
    id: string
    personId: string | null
    verb: string
    noun: string
    nounId: string
    unitId: string | null
    digest: Buffer
    via: string
    recordedAt: Instant
  }
  eventSalt: {
    tenantId: string
    id: string
    salt: Buffer
  }
  eventSeal: {
    tenantId: string
    id: string
    number: number
    previous: Buffer
    hash: Buffer
    eventCount: number
    sealedAt: Instant
  }
  eventSealed: {
    tenantId: string
    id: string
    sealId: string
    position: number
  }
  finding: {
    tenantId: string
    id: string
    unitId: string
    source: string
    key: string
    status: string
    reason: Optional<string>
    resourceId: string | null
    decidedBy: string | null
    decidedOn: string
    recordedAt: Instant
  }
  generation: {
    tenantId: string
    id: string
    resourceId: string
    useId: string
    occurredOn: string
    reason: Optional<string>
    recordedBy: string | null
    recordedAt: Instant
  }
  goal: {
    tenantId: string
    id: string
    unitId: string
    circle: Optional<string>
    statement: Json
    forWhom: Optional<string>
    baseline: Optional<string>
    target: Optional<string>
    dueOn: string | null
    evidence: Optional<string>
    authorId: string | null
    version: Optional<number>
    recordedAt: Instant
  }
  goalAgreement: {
    tenantId: string
    id: string
    goalId: string
    voteId: string
    statement: string
    agreedOn: string
    agreedBy: string
    recordedAt: Instant
  }
  goalClosure: {
    tenantId: string
    id: string
    goalId: string
    outcome: string
    learned: string
    closedOn: string
    closedBy: string
    recordedAt: Instant
  }
  goalCriteria: {
    tenantId: string
    id: string
    unitId: string
    criteria: Json
    changedBy: string | null
    version: Optional<number>
    recordedAt: Instant
  }
  ideaResource: {
    tenantId: string
    id: string
    ideaId: string
    resourceId: string
    way: string
    how: Optional<string>
    recordedAt: Instant
  }
  instrument: {
    tenantId: string
    id: string
    unitId: string
    title: Json
    languages: Json
    scales: Json
    minutes: number
    purpose: Json
    provenance: string
    recordedAt: Instant
    revisesId: string | null
  }
  instrumentDraft: {
    tenantId: string
    id: string
    unitId: string
    revisesId: string | null
    document: Json
    version: Optional<number>
    startedBy: string | null
    recordedAt: Instant
    changedAt: Instant
  }
  measure: {
    tenantId: string
    id: string
    unitId: string
    circle: Optional<string>
    goalId: string | null
    name: string
    kind: string
    unitOfMeasure: Optional<string>
    better: string
    definition: string
    ownerId: string | null
    version: Optional<number>
    recordedAt: Instant
    frameworkKey: string | null
    variableKey: string | null
  }
  measureNote: {
    tenantId: string
    id: string
    measureId: string
    onDay: string
    text: string
    recordedAt: Instant
  }
  measurePhase: {
    tenantId: string
    id: string
    measureId: string
    startsOn: string
    label: string
    frozen: Optional<boolean>
    recordedAt: Instant
  }
  measurePoint: {
    tenantId: string
    id: string
    measureId: string
    observedOn: string
    value: number | null
    events: number | null
    total: number | null
    note: Optional<string>
    recordedBy: string | null
    recordedAt: Instant
  }
  membership: {
    tenantId: string
    id: string
    personId: string
    unitId: string
    role: string
    beginsOn: string
    endsOn: string | null
    source: Optional<string>
    recordedAt: Instant
  }
  observation: {
    tenantId: string
    id: string
    cycleId: string
    observedOn: string
    seen: string
    surprise: Optional<string>
    recordedBy: string | null
    recordedAt: Instant
  }
  outsideDistribution: {
    tenantId: string
    id: string
    editionId: string
    measureId: string
    position: number
    unitOfMeasure: Optional<string>
    low: number
    high: number
    better: string
    schools: number
    lowest: number | null
    lowerQuartile: number | null
    median: number | null
    upperQuartile: number | null
    highest: number | null
    bins: number[]
    recordedAt: Instant
  }
  outsideEdition: {
    tenantId: string
    id: string
    sourceId: string
    year: number
    period: Optional<string>
    number: number
    link: Optional<string>
    licence: Optional<string>
    fileName: string
    digest: Buffer
    counts: Json
    loadedBy: string | null
    recordedAt: Instant
  }
  outsideLoad: {
    tenantId: string
    id: string
    unitId: string
    fileName: string
    fileId: string
    profile: Json
    choices: Json
    version: Optional<number>
    loadedBy: string | null
    recordedAt: Instant
  }
  outsideMeasure: {
    tenantId: string
    id: string
    sourceId: string
    name: string
    recordedAt: Instant
  }
  outsideSchool: {
    tenantId: string
    id: string
    editionId: string
    rowNumber: number
    identifier: Optional<string>
    schoolName: Optional<string>
    unitId: string | null
    respondents: number | null
    few: Optional<boolean>
    scores: (number | null)[]
    recordedAt: Instant
  }
  outsideSource: {
    tenantId: string
    id: string
    unitId: string
    name: string
    publisher: string
    recordedAt: Instant
  }
  outsideWithdrawal: {
    tenantId: string
    id: string
    editionId: string
    withdrawnBy: string | null
    recordedAt: Instant
  }
  person: {
    tenantId: string
    id: string
    givenName: string
    familyName: Optional<string>
    email: string | null
    language: string | null
    endedOn: string | null
    version: Optional<number>
    recordedAt: Instant
  }
  recognition: {
    tenantId: string
    id: string
    resourceId: string
    recognizedBy: string | null
    occurredOn: string
    reason: Optional<string>
    recordedAt: Instant
  }
  repurposing: {
    tenantId: string
    id: string
    resourceId: string
    useId: string
    formerPurpose: string
    newPurpose: string
    minutesMoved: number | null
    forWhom: Optional<string>
    hopedFor: Optional<string>
    reason: string
    occurredOn: string
    recordedBy: string | null
    recordedAt: Instant
  }
  repurposingOutcome: {
    tenantId: string
    id: string
    repurposingId: string
    verdict: string
    text: string
    observedOn: string
    recordedBy: string | null
    recordedAt: Instant
  }
  requestReceipt: {
    tenantId: string
    id: string
    personId: string
    key: string
    fingerprint: Buffer
    status: number
    headers: Json
    body: string
    recordedAt: Instant
  }
  resource: {
    tenantId: string
    id: string
    unitId: string
    circle: string
    kind: string
    name: Json
    description: Optional<Json>
    links: Optional<string[]>
    tags: Optional<string[]>
    minutesPerWeek: number | null
    peopleCount: number | null
    annualCost: Exact | null
    fullTimeShare: Exact | null
    groupLabel: Optional<string>
    position: number
    searchText: string
    source: string
    addedBy: string | null
    version: Optional<number>
    recordedAt: Instant
  }
  resourceResidence: {
    tenantId: string
    id: string
    resourceId: string
    unitId: string | null
    personId: string | null
  }
  resourceUse: {
    tenantId: string
    id: string
    resourceId: string
    goalId: string | null
    beganOn: string
    purpose: string
    content: Optional<string>
    structure: Optional<string>
    participants: Optional<string>
    whatChanged: Optional<string>
    minutesPerWeek: number | null
    recordedBy: string | null
    recordedAt: Instant
  }
  resourceUsePerson: {
    tenantId: string
    id: string
    useId: string
    personId: string
  }
  retirement: {
    tenantId: string
    id: string
    resourceId: string
    retiredOn: string
    reason: string
    recordedBy: string | null
    recordedAt: Instant
  }
  rosterApplication: {
    tenantId: string
    id: string
    loadId: string
    report: Json
    confirmedEnds: number | null
    appliedBy: string | null
    recordedAt: Instant
  }
  rosterLink: {
    tenantId: string
    id: string
    kind: string
    sourceId: string
    nounId: string
    told: Json
    endedOn: string | null
    recordedAt: Instant
  }
  rosterLoad: {
    tenantId: string
    id: string
    fileName: string
    fileId: string | null
    preview: Json
    plan: Json
    withStudents: Optional<boolean>
    loadedBy: string | null
    recordedAt: Instant
  }
  schoolYear: {
    tenantId: string
    id: string
    name: string
    beginsOn: string
    endsOn: string
    recordedAt: Instant
  }
  seal: {
    tenantId: string
    id: string
    publicKey: Buffer
    sizeBytes: number
    openedAt: Instant | null
    recordedAt: Instant
  }
  share: {
    tenantId: string
    id: string
    noun: string
    nounId: string | null
    unitId: string
    recipientTenantId: string
    sharedBy: string
    sharedOn: string
    untilOn: string | null
    takenBackOn: string | null
    recordedAt: Instant
  }
  storedFile: {
    tenantId: string
    id: string
    name: string
    mediaType: string
    sizeBytes: number
    sha256: Buffer
    storedBy: string | null
    recordedAt: Instant
  }
  storedFileChunk: {
    tenantId: string
    id: string
    fileId: string
    position: number
    bytes: Buffer
  }
  strategy: {
    tenantId: string
    id: string
    unitId: string
    circle: Optional<string>
    goalId: string
    number: number
    leadersDo: string
    adultsChange: string
    studentsGain: string
    authorId: string | null
    version: Optional<number>
    recordedAt: Instant
  }
  strategyReview: {
    tenantId: string
    id: string
    strategyId: string
    heldOn: string
    outcome: string
    reason: string
    evidence: string
    recordedBy: string | null
    recordedAt: Instant
  }
  studentEnrollment: {
    tenantId: string
    id: string
    classId: string
    studentSourceId: string
    beginsOn: string | null
    endsOn: string | null
    endedOn: string | null
    recordedAt: Instant
  }
  study: {
    tenantId: string
    id: string
    cycleId: string
    studiedOn: string
    result: string
    asPredicted: string
    learnedFirst: string
    learnedSecond: Optional<string>
    learnedThird: Optional<string>
    recordedBy: string | null
    recordedAt: Instant
  }
  survey: {
    tenantId: string
    id: string
    instrumentId: string
    unitId: string
    roles: Json
    mode: string
    opensOn: string
    closesOn: string
    sealId: string | null
    openedBy: string | null
    recordedAt: Instant
    closedAt: Instant | null
    foldedAt: Instant | null
    languages: Optional<Json>
    inParts: Optional<boolean>
    reminders: Optional<Json>
    byRole: Optional<boolean>
    fewest: Optional<number>
  }
  surveyAnswer: {
    tenantId: string
    id: string
    surveyId: string
    sealed: Buffer
  }
  surveyCorrelation: {
    tenantId: string
    id: string
    surveyId: string
    unitId: string
    oneKey: string
    otherKey: string
    people: Json | null
    schools: Json | null
  }
  surveyInvitation: {
    tenantId: string
    id: string
    surveyId: string
    unitId: string
    personId: string | null
    used: Optional<boolean>
    role: string | null
  }
  surveyLink: {
    tenantId: string
    id: string
    invitationId: string
    tokenHash: Buffer
    reminder: Optional<number>
  }
  surveyResponse: {
    tenantId: string
    id: string
    surveyId: string
    unitId: string
    personId: string | null
    role: string | null
    answers: Json
    counted: Optional<boolean>
  }
  surveySource: {
    tenantId: string
    id: string
    surveyId: string
    unitId: string
    instrumentId: string
    fileName: string
    sha256: Buffer
    respondents: number
    broughtBy: string | null
    recordedAt: Instant
  }
  surveySummary: {
    tenantId: string
    id: string
    surveyId: string
    unitId: string
    scaleKey: string
    n: number
    counts: Json
    moments: Json
    whole: Buffer | null
    schools: Json | null
    parentId: string | null
  }
  surveyTally: {
    tenantId: string
    id: string
    surveyId: string
    unitId: string
    scaleKey: string
    summary: Buffer
  }
  surveyText: {
    tenantId: string
    id: string
    surveyId: string
    unitId: string
    itemKey: string
    body: string
  }
  surveyUnit: {
    tenantId: string
    id: string
    surveyId: string
    unitId: string
    invited: number
    answered: number | null
    countedOn: string | null
    parentId: string | null
  }
  surveyWatching: {
    tenantId: string
    id: string
    unitId: string
    measureId: string
    instrumentId: string
    scaleKey: string
    recordedAt: Instant
  }
  tenant: {
    tenantId: string
    id: string
    slug: string
    name: string
    kind: string
    timeZone: string
    mainLanguage: Optional<string>
    ncesId: string | null
    stateCode: string | null
    version: Optional<number>
    recordedAt: Instant
  }
  unit: {
    tenantId: string
    id: string
    parentId: string | null
    path: string[]
    kind: string
    slug: string
    name: string
    grade: string | null
    subject: string | null
    endedOn: string | null
    version: Optional<number>
    recordedAt: Instant
  }
  unitIdentifier: {
    tenantId: string
    id: string
    unitId: string
    identifier: string
    recordedAt: Instant
  }
  useEnding: {
    tenantId: string
    id: string
    useId: string
    endedOn: string
    whatChanged: Optional<string>
    reason: string
    recordedBy: string | null
    recordedAt: Instant
  }
  useEvidence: {
    tenantId: string
    id: string
    useId: string
    observedOn: string
    text: string
    link: Optional<string>
    recordedBy: string | null
    recordedAt: Instant
  }
  validityNote: {
    tenantId: string
    id: string
    instrumentId: string
    kind: string
    body: string
    notedOn: string
    surveyId: string | null
    authorId: string | null
    recordedAt: Instant
  }
  vote: {
    tenantId: string
    id: string
    subjectNoun: string
    subjectId: string
    subject: Json
    unitId: string
    circle: string
    questions: Json
    scale: Json
    facilitatorId: string
    sealId: string
    openedAt: Instant
    revealedAt: Instant | null
    withdrawnAt: Instant | null
  }
  voteArgument: {
    tenantId: string
    id: string
    voteId: string
    argument: string
    personId: string | null
  }
  voteConsensus: {
    tenantId: string
    id: string
    voteId: string
    statement: string
    statedBy: string
    version: Optional<number>
    recordedAt: Instant
  }
  voteResult: {
    tenantId: string
    id: string
    voteId: string
    scores: Json
  }
  voteVoter: {
    tenantId: string
    id: string
    voteId: string
    personId: string
  }
}
