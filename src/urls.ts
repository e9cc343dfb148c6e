/** Every address of the program, once: the router, links, redirects and tests all take it from here. */

type ParamsIn<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsIn<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never

export type Address<Names extends string = string> = {
  (params: Record<Names, string>, query?: Record<string, string | number | undefined>): string
  readonly pattern: string
}

function address<const Pattern extends string>(pattern: Pattern): Address<ParamsIn<Pattern>> {
  const build = (params: Record<string, string>, query: Record<string, string | number | undefined> = {}) => {
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    const search = new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    )
    return search.size > 0 ? `${path}?${search}` : path
  }
  return Object.assign(build, { pattern })
}

const place = '/t/:tenant/in/:place'
const admin = '/t/:tenant/admin'

export const urls = {
  // Outside a tenant
  root: address('/'),
  healthz: address('/healthz'),
  readyz: address('/readyz'),
  specimen: address('/specimen'),
  signIn: address('/sign-in'),
  signOut: address('/sign-out'),
  passwordReset: address('/password-reset'),
  newPassword: address('/password-reset/:token'),
  invitation: address('/invitations/:token'),
  me: address('/me'),
  myPassword: address('/me/password'),
  mySessions: address('/me/sessions'),
  mySessionEnd: address('/me/sessions/:session/end'),
  myTokens: address('/me/tokens'),
  myTokenEnd: address('/me/tokens/:token/end'),
  demoSignIn: address('/demo/sign-in'),
  demoOutbox: address('/demo/outbox'),

  // Now
  tenant: address('/t/:tenant'),
  now: address(place),
  search: address('/t/:tenant/search'),

  // Resources
  resources: address(`${place}/resources`),
  resourcesTable: address(`${place}/resources/table`),
  resourcesCsv: address(`${place}/resources/table.csv`),
  resourcesPrint: address(`${place}/resources/print`),
  resourcesCoverage: address(`${place}/resources/coverage`),
  resourcesConversion: address(`${place}/resources/conversion`),
  resourceOrder: address(`${place}/resources/order`),
  findingAcceptance: address(`${place}/resources/findings/:finding/acceptance`),
  findingDismissal: address(`${place}/resources/findings/:finding/dismissal`),
  resource: address(`${place}/resources/:resource`),
  resourceEdit: address(`${place}/resources/:resource/edit`),
  resourceRecognitions: address(`${place}/resources/:resource/recognitions`),
  resourceUses: address(`${place}/resources/:resource/uses`),
  resourceUseEvidence: address(`${place}/resources/:resource/uses/:use/evidence`),
  resourceUseEnd: address(`${place}/resources/:resource/uses/:use/end`),
  resourceGenerations: address(`${place}/resources/:resource/uses/:use/generations`),
  resourceRepurposings: address(`${place}/resources/:resource/repurposings`),
  resourceRepurposingOutcome: address(`${place}/resources/:resource/repurposings/:repurposing/outcome`),
  resourceRetirement: address(`${place}/resources/:resource/retirement`),

  // Goal and votes
  goals: address(`${place}/goals`),
  goalNew: address(`${place}/goals/new`),
  goal: address(`${place}/goals/:goal`),
  goalEdit: address(`${place}/goals/:goal/edit`),
  goalCriteria: address(`${place}/goals/criteria`),
  goalVotes: address(`${place}/goals/:goal/votes`),
  goalAgreement: address(`${place}/goals/:goal/agreement`),
  goalClosure: address(`${place}/goals/:goal/closure`),
  vote: address(`${place}/votes/:vote`),
  voteBallot: address(`${place}/votes/:vote/ballot`),
  voteReveal: address(`${place}/votes/:vote/reveal`),
  voteConsensus: address(`${place}/votes/:vote/consensus`),
  voteWithdrawal: address(`${place}/votes/:vote/withdrawal`),

  // Strategy
  strategies: address(`${place}/goals/:goal/strategies`),
  strategy: address(`${place}/strategies/:strategy`),
  strategyEdit: address(`${place}/strategies/:strategy/edit`),
  strategyOutline: address(`${place}/strategies/:strategy/outline`),
  strategyDrivers: address(`${place}/strategies/:strategy/drivers`),
  driver: address(`${place}/strategies/:strategy/drivers/:driver`),
  driverMove: address(`${place}/strategies/:strategy/drivers/:driver/place`),
  driverRemoval: address(`${place}/strategies/:strategy/drivers/:driver/removal`),
  changeIdeas: address(`${place}/strategies/:strategy/drivers/:driver/ideas`),
  changeIdea: address(`${place}/strategies/:strategy/ideas/:idea`),
  changeIdeaMove: address(`${place}/strategies/:strategy/ideas/:idea/place`),
  changeIdeaRemoval: address(`${place}/strategies/:strategy/ideas/:idea/removal`),
  changeIdeaResources: address(`${place}/strategies/:strategy/ideas/:idea/resources`),
  changeIdeaResourceRemoval: address(`${place}/strategies/:strategy/ideas/:idea/resources/:link/removal`),
  commitments: address(`${place}/strategies/:strategy/ideas/:idea/commitments`),
  commitmentKeeping: address(`${place}/commitments/:commitment/keeping`),
  commitmentRelease: address(`${place}/commitments/:commitment/release`),
  strategyReviews: address(`${place}/strategies/:strategy/reviews`),

  // Cycles and their measures
  cycles: address(`${place}/cycles`),
  cycleNew: address(`${place}/cycles/new`),
  cycle: address(`${place}/cycles/:cycle`),
  cycleEdit: address(`${place}/cycles/:cycle/edit`),
  cycleStart: address(`${place}/cycles/:cycle/start`),
  cycleObservations: address(`${place}/cycles/:cycle/observations`),
  cycleStudy: address(`${place}/cycles/:cycle/study`),
  cycleDecision: address(`${place}/cycles/:cycle/decision`),
  measures: address(`${place}/measures`),
  measureNew: address(`${place}/measures/new`),
  measureVariables: address(`${place}/measures/variables`),
  measureVariable: address(`${place}/measures/variables/:framework/:variable`),
  measure: address(`${place}/measures/:measure`),
  measureCsv: address(`${place}/measures/:measure/points.csv`),
  measurePoints: address(`${place}/measures/:measure/points`),
  measurePointRemoval: address(`${place}/measures/:measure/points/:point/removal`),
  measureEdit: address(`${place}/measures/:measure/edit`),
  measurePhases: address(`${place}/measures/:measure/phases`),
  measurePhaseRemoval: address(`${place}/measures/:measure/phases/:phase/removal`),
  measureNotes: address(`${place}/measures/:measure/notes`),
  measureNoteRemoval: address(`${place}/measures/:measure/notes/:note/removal`),

  // Scores that somebody else computes
  outsideSources: address(`${place}/measures/outside`),
  outsideLoad: address(`${place}/measures/outside/files/:load`),
  outsideLoadReport: address(`${place}/measures/outside/files/:load/left-out.csv`),
  outsideLoadApplication: address(`${place}/measures/outside/files/:load/application`),
  outsideIdentifiers: address(`${place}/measures/outside/identifiers`),
  outsideIdentifierRemoval: address(`${place}/measures/outside/identifiers/:identifier/removal`),
  outsideSource: address(`${place}/measures/outside/:source`),
  outsideWithdrawal: address(`${place}/measures/outside/:source/editions/:edition/withdrawal`),
  outsideScore: address(`${place}/measures/outside/:source/scores/:score`),

  // Surveys
  surveys: address(`${place}/surveys`),
  instruments: address(`${place}/surveys/questionnaires`),
  instrumentNew: address(`${place}/surveys/questionnaires/new`),
  instrumentBringing: address(`${place}/surveys/questionnaires/bringing`),
  instrumentBringingAcceptance: address(`${place}/surveys/questionnaires/bringing/acceptance`),
  instrument: address(`${place}/surveys/questionnaires/:instrument`),
  instrumentBank: address(`${place}/surveys/bank`),
  instrumentDrafts: address(`${place}/surveys/questionnaires/drafts`),
  instrumentDraft: address(`${place}/surveys/questionnaires/drafts/:draft`),
  instrumentDraftBank: address(`${place}/surveys/questionnaires/drafts/:draft/bank`),
  instrumentDraftParts: address(`${place}/surveys/questionnaires/drafts/:draft/parts`),
  instrumentDraftPart: address(`${place}/surveys/questionnaires/drafts/:draft/parts/:part`),
  instrumentDraftCondition: address(`${place}/surveys/questionnaires/drafts/:draft/parts/:part/condition`),
  instrumentDraftMove: address(`${place}/surveys/questionnaires/drafts/:draft/parts/:part/move`),
  instrumentDraftPartRemoval: address(`${place}/surveys/questionnaires/drafts/:draft/parts/:part/removal`),
  instrumentDraftReading: address(`${place}/surveys/questionnaires/drafts/:draft/reading`),
  instrumentDraftCompletion: address(`${place}/surveys/questionnaires/drafts/:draft/completion`),
  instrumentDraftRemoval: address(`${place}/surveys/questionnaires/drafts/:draft/removal`),
  instrumentReading: address(`${place}/surveys/questionnaires/:instrument/reading`),
  instrumentRevision: address(`${place}/surveys/questionnaires/:instrument/revision`),
  instrumentValidity: address(`${place}/surveys/questionnaires/:instrument/validity`),
  instrumentXlsform: address(`${place}/surveys/questionnaires/:instrument/xlsform`),
  instrumentAnswers: address(`${place}/surveys/questionnaires/:instrument/answers`),
  instrumentAnswersAcceptance: address(`${place}/surveys/questionnaires/:instrument/answers/acceptance`),
  surveyNew: address(`${place}/surveys/questionnaires/:instrument/opening`),
  survey: address(`${place}/surveys/:survey`),
  surveyClosure: address(`${place}/surveys/:survey/closure`),
  surveyCodes: address(`${place}/surveys/:survey/codes`),
  surveyExtension: address(`${place}/surveys/:survey/extension`),
  surveyAnswers: address(`${place}/surveys/:survey/answers`),
  researchSurveys: address('/t/:tenant/research/surveys'),
  researchAnswersCsv: address('/t/:tenant/research/surveys/:survey/answers.csv'),
  researchAnswersPackage: address('/t/:tenant/research/surveys/:survey/datapackage.json'),
  surveyWatching: address(`${place}/surveys/:survey/watching`),
  surveyReport: address(`${place}/surveys/:survey/report`),
  surveyReportCsv: address(`${place}/surveys/:survey/report.csv`),
  surveyReportPackage: address(`${place}/surveys/:survey/report/datapackage.json`),
  surveyFigures: address(`${place}/surveys/figures`),
  respond: address('/r/:token'),
  respondScript: address('/r/script/:name'),

  // Places and people of a tenant
  places: address('/t/:tenant/places'),
  placePeople: address(`${place}/people`),
  bellSchedule: address(`${place}/schedule`),
  bellScheduleUpload: address(`${place}/schedule/file`),
  bellPeriods: address(`${place}/schedule/periods`),
  bellPeriodRemoval: address(`${place}/schedule/periods/:period/removal`),
  schoolCalendar: address(`${place}/calendar`),
  closedDayRemoval: address(`${place}/calendar/:day/removal`),
  adminUnits: address(`${admin}/units`),
  adminUnit: address(`${admin}/units/:unit`),
  adminUnitEnd: address(`${admin}/units/:unit/end`),
  adminPeople: address(`${admin}/people`),
  adminPerson: address(`${admin}/people/:person`),
  adminMemberships: address(`${admin}/people/:person/memberships`),
  adminMembershipEnd: address(`${admin}/people/:person/memberships/:membership/end`),
  adminEvaluators: address(`${admin}/people/:person/evaluators`),
  adminEvaluatorEnd: address(`${admin}/people/:person/evaluators/:evaluates/end`),
  adminInvitations: address(`${admin}/people/:person/invitations`),
  adminTenant: address(`${admin}/tenant`),

  // Roster
  roster: address(`${admin}/roster`),
  rosterLoad: address(`${admin}/roster/:load`),
  rosterApplication: address(`${admin}/roster/:load/application`),
  rosterReport: address(`${admin}/roster/:load/report.csv`),
  rosterLeaders: address(`${admin}/roster/leaders`),
  rosterUnits: address(`${admin}/roster/units`),

  // Running the program
  operations: address(`${admin}/operations`),
  operationsVerification: address(`${admin}/operations/verification`),
  operationsRetry: address(`${admin}/operations/jobs/:job/retry`),

  // API
  apiDescription: address('/api/v1/openapi.json'),
  apiPeople: address('/api/v1/:tenant/people'),
  apiPerson: address('/api/v1/:tenant/people/:person'),
  apiUnits: address('/api/v1/:tenant/units'),
  apiUnit: address('/api/v1/:tenant/units/:unit'),
  apiResources: address('/api/v1/:tenant/resources'),
  apiResource: address('/api/v1/:tenant/resources/:resource'),
  apiResourceRecognitions: address('/api/v1/:tenant/resources/:resource/recognitions'),
  apiResourceUses: address('/api/v1/:tenant/resources/:resource/uses'),
  apiResourceRetirement: address('/api/v1/:tenant/resources/:resource/retirement'),
  apiGoals: address('/api/v1/:tenant/goals'),
  apiGoal: address('/api/v1/:tenant/goals/:goal'),
  apiGoalClosure: address('/api/v1/:tenant/goals/:goal/closure'),
  apiStrategies: address('/api/v1/:tenant/strategies'),
  apiStrategy: address('/api/v1/:tenant/strategies/:strategy'),
  apiStrategyReviews: address('/api/v1/:tenant/strategies/:strategy/reviews'),
  apiFrameworks: address('/api/v1/:tenant/frameworks'),
  apiMeasures: address('/api/v1/:tenant/measures'),
  apiMeasure: address('/api/v1/:tenant/measures/:measure'),
  apiMeasurePoints: address('/api/v1/:tenant/measures/:measure/points'),
  apiMeasurePointLists: address('/api/v1/:tenant/measures/:measure/point-lists'),
  apiMeasurePointRemoval: address('/api/v1/:tenant/measures/:measure/points/:point/removal'),
  apiMeasurePhases: address('/api/v1/:tenant/measures/:measure/phases'),
  apiMeasurePhaseRemoval: address('/api/v1/:tenant/measures/:measure/phases/:phase/removal'),
  apiMeasureNotes: address('/api/v1/:tenant/measures/:measure/notes'),
  apiMeasureNoteRemoval: address('/api/v1/:tenant/measures/:measure/notes/:note/removal'),
  apiOutsideMeasures: address('/api/v1/:tenant/outside-measures'),
  apiOutsideScores: address('/api/v1/:tenant/outside-scores'),
  apiSurveyReport: address('/api/v1/:tenant/surveys/:survey/report'),
  apiCycles: address('/api/v1/:tenant/cycles'),
  apiCycle: address('/api/v1/:tenant/cycles/:cycle'),
  apiCycleObservations: address('/api/v1/:tenant/cycles/:cycle/observations'),
} as const
