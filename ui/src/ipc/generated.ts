// Written by the api crate from its table of commands; `cargo xtask bindings` renews it.

export type AddStaff = { 
/**
 * Staff number.
 */
no: string, 
/**
 * Name.
 */
name: string, 
/**
 * Role.
 */
role: Role, 
/**
 * First password; must be changed at the first sign-in.
 */
password: string, };

export type Adoption = "adopted" | "partly" | "not_adopted";

export type Advice = "longer" | "common" | "name" | "date" | "keyboard" | "repeat" | "fine";

export type AdviceView = { 
/**
 * The newest needs; none before the first.
 */
assessment: AssessmentView | null, 
/**
 * Proposals in the order they are shown.
 */
proposals: Array<ProposalView>, 
/**
 * What was ruled out.
 */
ruledOut: Array<RuledOutView>, 
/**
 * The question that is due.
 */
asking: AskingView | null, };

export type AnswerQuestion = { 
/**
 * The encounter.
 */
id: number, 
/**
 * The question.
 */
question: string, 
/**
 * Its nature.
 */
nature: Nature, 
/**
 * The analysis.
 */
analysis: string, 
/**
 * The answer.
 */
answer: string, };

export type AskGroup = { 
/**
 * Code 0 or 1.
 */
code: number, 
/**
 * Group 1 to 7.
 */
group: number, };

export type AskId = { 
/**
 * The number as typed.
 */
idNumber: string, };

export type AskLedger = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day, included.
 */
to: string, 
/**
 * Kind of file.
 */
format: LedgerFormat, 
/**
 * Masked, or full with a reason and the right.
 */
detail: LedgerDetail, 
/**
 * Why in full.
 */
reason: string, 
/**
 * Language of heads and states.
 */
language: LedgerLanguage, };

export type AskLikelySame = { 
/**
 * The record being corrected, if any.
 */
id: number | null, 
/**
 * Name.
 */
name: string, 
/**
 * Phone.
 */
phone: string, 
/**
 * Birth date.
 */
bornOn: string | null, 
/**
 * Identity number.
 */
idNumber: string, };

export type AskNext = { 
/**
 * What is known.
 */
needs: NeedsFields, };

export type AskPhrases = { 
/**
 * The step of the encounter.
 */
step: Step, 
/**
 * Its channel.
 */
channel: Channel, };

export type AskReferrals = { 
/**
 * Words; empty for all.
 */
text: string, };

export type AskStrength = { 
/**
 * The password.
 */
password: string, 
/**
 * Names and numbers that must not help.
 */
hints: Array<string>, };

export type Asked = "rated" | "not_reached" | "declined";

export type AskingView = { 
/**
 * Which.
 */
question: Question, 
/**
 * Codes of conditions or allergies it is about.
 */
codes: Array<string>, 
/**
 * Ids of services that wait for the answer.
 */
because: Array<number>, };

export type AssessmentView = { 
/**
 * Id.
 */
id: number, 
/**
 * 1, 2, … within the encounter.
 */
version: number, 
/**
 * What was told.
 */
needs: NeedsFields, 
/**
 * When.
 */
madeAt: number, 
/**
 * By whom (staff id).
 */
madeBy: number, };

export type BookingState = "booked" | "checked_in" | "completed" | "no_show" | "cancelled" | "rescheduled";

export type BothLanguages = { 
/**
 * Chinese.
 */
zh: string, 
/**
 * English.
 */
en: string, };

export type CatalogueKind = "service" | "package";

export type CatalogueLine = { 
/**
 * Service or package.
 */
kind: CatalogueKind, 
/**
 * Id.
 */
id: number, 
/**
 * Code.
 */
code: string, 
/**
 * Name.
 */
name: BothLanguages, 
/**
 * Code of the department; empty for a package.
 */
department: string, 
/**
 * Price in fen.
 */
price: number, 
/**
 * Prices of its services one by one, in fen; a package only.
 */
sum: number | null, 
/**
 * How many services are in it.
 */
parts: number, 
/**
 * Minutes.
 */
minutes: number, 
/**
 * Whether one comes fasting; a service only.
 */
fasting: boolean, 
/**
 * Whether it can be booked.
 */
bookable: boolean, 
/**
 * Whether it is still offered.
 */
active: boolean, 
/**
 * One sex only.
 */
sex: Sex | null, 
/**
 * Youngest.
 */
minAge: number, 
/**
 * Oldest.
 */
maxAge: number, };

export type CatalogueList = { 
/**
 * Services by department, then packages.
 */
rows: Array<CatalogueLine>, };

export type ChangePassword = { 
/**
 * The one in force.
 */
current: string, 
/**
 * The new one.
 */
next: string, };

export type Channel = "walk_in" | "phone" | "voicemail" | "website" | "email" | "letter";

export type Choice = "accepted" | "considering" | "declined";

export type ChooseProposal = { 
/**
 * Which.
 */
proposalId: number, 
/**
 * What.
 */
choice: Choice, 
/**
 * Why; due for declining.
 */
reason: string, };

export type CloseEncounter = { 
/**
 * The encounter.
 */
id: number, 
/**
 * How it ended.
 */
outcome: Outcome | null, 
/**
 * A word on it.
 */
note: string, 
/**
 * Satisfaction 1 to 5.
 */
rating: number | null, };

export type Complexity = "on_the_spot" | "specialist" | "several_departments";

export type ConfirmCodes = { 
/**
 * One answer per group asked for.
 */
answers: Array<TypedGroup>, };

export type ConsentView = { 
/**
 * Id.
 */
id: number, 
/**
 * To what.
 */
scope: Scope, 
/**
 * Version of the notice.
 */
version: string, 
/**
 * How.
 */
manner: Manner, 
/**
 * When.
 */
givenAt: number, 
/**
 * Witnessed by (staff id).
 */
witnessedBy: number, 
/**
 * Withdrawn when.
 */
withdrawnAt: number | null, };

export type ConsultationView = { 
/**
 * Id.
 */
id: number, 
/**
 * The question.
 */
question: string, 
/**
 * Its nature.
 */
nature: Nature, 
/**
 * The analysis.
 */
analysis: string, 
/**
 * The answer.
 */
answer: string, 
/**
 * Staff number of who answered.
 */
answeredBy: string, 
/**
 * When.
 */
answeredAt: number, };

export type Content = "starter" | "empty";

export type CorrectVisitor = { 
/**
 * Whose record.
 */
id: number, 
/**
 * All fields as they should be.
 */
visitor: VisitorDraft, };

export type CreateDesk = { 
/**
 * Who we are.
 */
institution: NewInstitution, 
/**
 * The first administrator.
 */
admin: NewAdmin, 
/**
 * What is in it.
 */
content: Content, 
/**
 * Made-up data for practice only.
 */
training: boolean, };

export type DayKind = "closed" | "working";

export type DeclineAll = { 
/**
 * The encounter.
 */
encounterId: number, 
/**
 * Why.
 */
reason: string, };

export type DepartmentView = { 
/**
 * Code.
 */
code: string, 
/**
 * Name.
 */
name: BothLanguages, 
/**
 * Floor, area, room.
 */
place: BothLanguages, 
/**
 * Its services are done together.
 */
oneSitting: boolean, };

export type DescribeMatter = { 
/**
 * The encounter.
 */
id: number, 
/**
 * The matter as told.
 */
matter: string, 
/**
 * For whom, when it is not the visitor.
 */
onBehalf: string, 
/**
 * Its class.
 */
categoryId: number | null, 
/**
 * Urgency.
 */
urgency: Urgency, 
/**
 * Complexity.
 */
complexity: Complexity, 
/**
 * The note that travels with the ticket.
 */
handoff: string, };

export type Done = Record<symbol, never>;

export type DoneFields = { 
/**
 * Which service.
 */
serviceId: number, 
/**
 * `2026-05`.
 */
month: string, };

export type DraftBody = { 
/**
 * The window's key of the screen or form.
 */
key: string, 
/**
 * What was typed, in the window's own form.
 */
body: string, };

export type DraftKey = { 
/**
 * The window's key of the screen or form.
 */
key: string, };

export type DueMark = "fine" | "soon" | "late" | "met";

export type EncounterLine = { 
/**
 * Id.
 */
id: number, 
/**
 * Day and running number.
 */
no: string, 
/**
 * The local day.
 */
day: string, 
/**
 * How they reached us.
 */
channel: Channel, 
/**
 * Masked name; none is anonymous.
 */
name: string | null, 
/**
 * The matter.
 */
matter: string, 
/**
 * Urgency.
 */
urgency: Urgency, 
/**
 * Staff number of the first person asked.
 */
firstAsked: string, 
/**
 * Start.
 */
startedAt: number, 
/**
 * How it ended.
 */
outcome: Outcome | null, 
/**
 * End.
 */
endedAt: number | null, };

export type EncounterList = { 
/**
 * The rows.
 */
rows: Array<EncounterLine>, };

export type EncounterView = { 
/**
 * Id.
 */
id: number, 
/**
 * Day and running number.
 */
no: string, 
/**
 * The local day.
 */
day: string, 
/**
 * How they reached us.
 */
channel: Channel, 
/**
 * Who; none is anonymous.
 */
visitor: VisitorView | null, 
/**
 * For whom.
 */
onBehalf: string, 
/**
 * The matter.
 */
matter: string, 
/**
 * Its class.
 */
categoryId: number | null, 
/**
 * Urgency.
 */
urgency: Urgency, 
/**
 * Complexity.
 */
complexity: Complexity, 
/**
 * When name and phone were confirmed.
 */
readBackAt: number | null, 
/**
 * The handoff note.
 */
handoff: string, 
/**
 * Staff number of the first person asked.
 */
firstAsked: string, 
/**
 * Start.
 */
startedAt: number, 
/**
 * How it ended.
 */
outcome: Outcome | null, 
/**
 * A word on it.
 */
outcomeNote: string, 
/**
 * End; none while open.
 */
endedAt: number | null, 
/**
 * Satisfaction.
 */
rating: number | null, 
/**
 * Questions and answers.
 */
consultations: Array<ConsultationView>, 
/**
 * Promises.
 */
promises: Array<PromiseView>, };

export type ExportedLedger = { 
/**
 * Full path.
 */
path: string, 
/**
 * How many rows stand in it.
 */
rows: number, 
/**
 * The journal's entry about it.
 */
seq: number, 
/**
 * Characters the print has no font for; empty: none.
 */
missing: string, };

export type FeedbackFilter = "open" | "late" | "closed" | "all";

export type FeedbackKind = "praise" | "suggestion" | "complaint";

export type FeedbackLine = { 
/**
 * Id.
 */
id: number, 
/**
 * Number.
 */
no: string, 
/**
 * Kind.
 */
kind: FeedbackKind, 
/**
 * Masked name; empty when anonymous.
 */
name: string, 
/**
 * About whom or what.
 */
about: string, 
/**
 * What happened.
 */
what: string, 
/**
 * Where it stands.
 */
state: FeedbackState, 
/**
 * How its limit stands.
 */
due: DueMark, 
/**
 * When the person must have been told.
 */
dueAt: number, 
/**
 * When it came in.
 */
receivedAt: number, 
/**
 * Staff number of who handles it.
 */
handlerNo: string | null, };

export type FeedbackList = { 
/**
 * The lines.
 */
rows: Array<FeedbackLine>, 
/**
 * How many there are in all.
 */
total: number, };

export type FeedbackPhone = { 
/**
 * The phone.
 */
phone: string, };

export type FeedbackState = "received" | "handling" | "handled" | "told" | "closed";

export type FeedbackStep = "receive" | "take" | "handle" | "tell" | "rate" | "close";

export type FeedbackStepView = { 
/**
 * Which.
 */
step: FeedbackStep, 
/**
 * When.
 */
at: number, 
/**
 * Staff number of who took it.
 */
byNo: string, 
/**
 * Note.
 */
note: string, 
/**
 * What was told.
 */
telling: TellingView | null, 
/**
 * What came of asking.
 */
asked: Asked | null, 
/**
 * 1 to 5.
 */
rating: number | null, 
/**
 * What was done, in the points' order.
 */
done: Array<string>, };

export type FeedbackView = { 
/**
 * As in the list.
 */
line: FeedbackLine, 
/**
 * The encounter it came in.
 */
encounterId: number | null, 
/**
 * The person's record.
 */
visitorId: number | null, 
/**
 * Name; empty when anonymous.
 */
name: string, 
/**
 * Masked phone; empty when none was left.
 */
phone: string, 
/**
 * When it happened.
 */
happenedOn: string | null, 
/**
 * Staff number of who took it down.
 */
receivedBy: string, 
/**
 * Its points.
 */
points: Array<string>, 
/**
 * The steps that were taken.
 */
steps: Array<FeedbackStepView>, 
/**
 * The steps this person may take now.
 */
next: Array<FeedbackStep>, };

export type FeedbackWaiting = { 
/**
 * Not closed.
 */
open: number, 
/**
 * Past their limit.
 */
late: number, };

export type FindVisitors = { 
/**
 * Name, pinyin, initials, part of a phone, identity or voucher number; words narrow.
 */
text: string, };

export type FoundVisitor = { 
/**
 * Id.
 */
id: number, 
/**
 * Masked name.
 */
name: string, 
/**
 * Masked phone.
 */
phone: string, 
/**
 * Sex.
 */
sex: Sex | null, 
/**
 * Age today.
 */
age: number | null, 
/**
 * Codes of special groups.
 */
groups: Array<string>, 
/**
 * Why it was found.
 */
why: Why | null, 
/**
 * Last encounter.
 */
seenAt: number, };

export type FoundVisitors = { 
/**
 * The last seen first.
 */
rows: Array<FoundVisitor>, 
/**
 * Whether there are more: type on to narrow.
 */
more: boolean, };

export type GiveConsent = { 
/**
 * Whose.
 */
id: number, 
/**
 * To what.
 */
scope: Scope, 
/**
 * How.
 */
manner: Manner, };

export type GroupList = { 
/**
 * In the institution's order.
 */
rows: Array<GroupView>, };

export type GroupView = { 
/**
 * Code.
 */
code: string, 
/**
 * Chinese name.
 */
nameZh: string, 
/**
 * English name.
 */
nameEn: string, 
/**
 * How it lifts a person.
 */
lifts: Lift, 
/**
 * Whether an escort is offered.
 */
escort: boolean, 
/**
 * Offered from this age on.
 */
minAge: number | null, };

export type HandleFeedback = { 
/**
 * Id.
 */
id: number, 
/**
 * In the points' order.
 */
done: Array<string>, 
/**
 * Note.
 */
note: string, };

export type Hidden = "phone" | "phone2" | "id_number" | "name";

export type Hindrance = "sex" | "age" | "condition" | "allergy" | "repeated" | "unknown_sex" | "unknown_age" | "unknown_condition" | "unknown_allergy" | "over_budget" | "over_time" | "part_retired" | "declined";

export type Hour = "any" | "morning" | "afternoon" | "lunch" | "after_hours" | "holiday";

export type HoursView = { 
/**
 * 1 is Monday.
 */
weekday: number, 
/**
 * `08:00`.
 */
opens: string, 
/**
 * `17:30`.
 */
closes: string, 
/**
 * Start of the lunch break.
 */
breakFrom: string | null, 
/**
 * Its end.
 */
breakTo: string | null, };

export type IdBecause = { 
/**
 * The id.
 */
id: number, 
/**
 * The reason.
 */
reason: string, };

export type IdKind = "none" | "resident" | "passport" | "hk_macau" | "taiwan" | "foreign_resident" | "other";

export type IdentifyVisitor = { 
/**
 * The encounter.
 */
id: number, 
/**
 * The visitor.
 */
visitorId: number, };

export type InstitutionView = { 
/**
 * Name.
 */
name: string, 
/**
 * Address.
 */
address: string, 
/**
 * Phone.
 */
phone: string, 
/**
 * Opening hours.
 */
hours: Array<HoursView>, 
/**
 * Whether we are open at this moment.
 */
openNow: boolean, 
/**
 * Made-up data for practice only.
 */
training: boolean, 
/**
 * Seconds until the desk locks.
 */
idleSeconds: number, 
/**
 * Days that differ, from a month ago on.
 */
specialDays: Array<SpecialDayView>, };

export type JournalLine = { 
/**
 * Number.
 */
seq: number, 
/**
 * When.
 */
at: number, 
/**
 * Staff number; empty before sign-in.
 */
actorNo: string, 
/**
 * Name of the member of staff.
 */
actorName: string, 
/**
 * Role they acted in.
 */
role: string, 
/**
 * `subject.verb`.
 */
action: string, 
/**
 * Kind of object.
 */
object: string, 
/**
 * Which; 0: none.
 */
objectId: number, 
/**
 * Facts without names or values.
 */
detail: string, 
/**
 * The reason that was given.
 */
reason: string, };

export type JournalObjects = { 
/**
 * Their codes.
 */
rows: Array<string>, };

export type JournalPage = { 
/**
 * At most a hundred.
 */
rows: Array<JournalLine>, 
/**
 * Whether there are older ones.
 */
more: boolean, };

export type JournalVerdict = { 
/**
 * Entries that were walked.
 */
entries: number, 
/**
 * The first that does not fit.
 */
brokenAt: number | null, };

export type KeepPromise = { 
/**
 * The promise.
 */
id: number, 
/**
 * What the person was told.
 */
result: string, };

export type KeptDraft = { 
/**
 * What was typed; none when nothing is kept, and in the answer to a save.
 */
body: string | null, 
/**
 * When it was kept.
 */
savedAt: number | null, };

export type LedgerBooking = { 
/**
 * Id.
 */
id: number, 
/**
 * Masked voucher number.
 */
voucher: string, 
/**
 * Masked name.
 */
name: string, 
/**
 * Masked phone.
 */
phone: string, 
/**
 * What is done.
 */
title: LedgerName, 
/**
 * Day of the visit.
 */
day: string, 
/**
 * `HH:MM`.
 */
time: string, 
/**
 * Where it stands.
 */
state: BookingState, 
/**
 * Price in fen.
 */
price: number, };

export type LedgerCounts = { 
/**
 * Encounters.
 */
encounters: number, 
/**
 * Bookings.
 */
bookings: number, 
/**
 * Feedback.
 */
feedback: number, 
/**
 * Promises.
 */
promises: number, };

export type LedgerDetail = "masked" | "full";

export type LedgerEncounter = { 
/**
 * Id.
 */
id: number, 
/**
 * Number.
 */
no: string, 
/**
 * Start.
 */
startedAt: number, 
/**
 * Channel.
 */
channel: Channel, 
/**
 * Masked name; empty: anonymous.
 */
name: string, 
/**
 * Masked phone.
 */
phone: string, 
/**
 * Top category.
 */
top: LedgerName, 
/**
 * Category below it.
 */
leaf: LedgerName, 
/**
 * The matter as told.
 */
matter: string, 
/**
 * Urgency.
 */
urgency: Urgency, 
/**
 * Complexity.
 */
complexity: Complexity, 
/**
 * Where it was sent.
 */
point: LedgerName, 
/**
 * Ticket.
 */
ticket: string, 
/**
 * How it ended; null: open.
 */
outcome: Outcome | null, 
/**
 * The first answer, short.
 */
answer: string, 
/**
 * Staff number of the first person asked.
 */
firstAsked: string, 
/**
 * End; null: open.
 */
endedAt: number | null, };

export type LedgerFeedback = { 
/**
 * Id.
 */
id: number, 
/**
 * Number.
 */
no: string, 
/**
 * Kind.
 */
kind: FeedbackKind, 
/**
 * Masked name; empty: anonymous.
 */
name: string, 
/**
 * Masked phone.
 */
phone: string, 
/**
 * The day it came in.
 */
received: string, 
/**
 * What happened.
 */
what: string, 
/**
 * Where it stands.
 */
state: FeedbackState, 
/**
 * Staff number of who handles it.
 */
handler: string, 
/**
 * When the person was told.
 */
toldAt: number | null, 
/**
 * 1 to 5.
 */
rating: number | null, };

export type LedgerFormat = "csv" | "xlsx" | "pdf";

export type LedgerLanguage = "zh" | "en";

export type LedgerName = { 
/**
 * Chinese.
 */
zh: string, 
/**
 * English.
 */
en: string, };

export type LedgerPromise = { 
/**
 * Id.
 */
id: number, 
/**
 * Number of the encounter.
 */
encounter: string, 
/**
 * Masked name.
 */
name: string, 
/**
 * Masked phone.
 */
phone: string, 
/**
 * What was promised.
 */
what: string, 
/**
 * Until when.
 */
dueAt: number, 
/**
 * When it was kept.
 */
keptAt: number | null, 
/**
 * How it stands.
 */
state: PromiseState, };

export type LedgerTotals = { 
/**
 * Encounters per channel.
 */
channels: Array<[Channel, number]>, 
/**
 * Encounters per top category, the most frequent first.
 */
categories: Array<[LedgerName, number]>, 
/**
 * Encounters per urgency.
 */
urgencies: Array<[Urgency, number]>, 
/**
 * Encounters per outcome; null: open.
 */
outcomes: Array<[Outcome | null, number]>, 
/**
 * Tickets served.
 */
served: number, 
/**
 * Tickets called in vain.
 */
noShow: number, 
/**
 * Half waited no longer, minutes.
 */
medianWait: number | null, 
/**
 * Nine of ten waited no longer, minutes.
 */
boundWait: number | null, 
/**
 * Bookings per state.
 */
bookings: Array<[BookingState, number]>, 
/**
 * Feedback per kind and state.
 */
feedback: Array<[FeedbackKind, FeedbackState, number]>, 
/**
 * Promises per state.
 */
promises: Array<[PromiseState, number]>, };

export type LedgerView = { 
/**
 * Which page.
 */
page: number, 
/**
 * Rows of a full page.
 */
pageSize: number, 
/**
 * Rows in all, per table.
 */
counts: LedgerCounts, 
/**
 * Encounters, the newest first.
 */
encounters: Array<LedgerEncounter>, 
/**
 * Bookings by the day of the visit, the latest first.
 */
bookings: Array<LedgerBooking>, 
/**
 * Feedback, the newest first.
 */
feedback: Array<LedgerFeedback>, 
/**
 * Promises, the newest first.
 */
promises: Array<LedgerPromise>, 
/**
 * What the whole period adds up to.
 */
totals: LedgerTotals, };

export type Lift = "urgent" | "first_among_equals";

export type LineView = { 
/**
 * Terms, the likeliest of each word first.
 */
suggestions: Array<SuggestionView>, 
/**
 * Budget in fen.
 */
budget: number | null, 
/**
 * Minutes there are.
 */
minutes: number | null, 
/**
 * Days, as typed.
 */
days: string, 
/**
 * Another person it is for.
 */
relation: string, 
/**
 * Sex that follows.
 */
sex: Sex | null, 
/**
 * Age.
 */
age: number | null, 
/**
 * Words nothing was made of.
 */
rest: Array<string>, };

export type ListCatalogue = { 
/**
 * Words, pinyin, initials or everyday words of a concern; empty: everything.
 */
text: string, };

export type ListFeedback = { 
/**
 * Which part.
 */
filter: FeedbackFilter, 
/**
 * Of one kind; all when null.
 */
kind: FeedbackKind | null, };

export type ListJournal = { 
/**
 * Entries before this number; null: the newest.
 */
before: number | null, 
/**
 * Staff number; empty: everybody.
 */
actor: string, 
/**
 * Kind of object; empty: all.
 */
object: string, 
/**
 * Which object; null: all.
 */
objectId: number | null, 
/**
 * One day; null: all.
 */
day: string | null, };

export type MakePromise = { 
/**
 * The encounter.
 */
id: number, 
/**
 * What.
 */
what: string, 
/**
 * By when, UTC milliseconds.
 */
dueAt: number, };

export type MakeProposals = { 
/**
 * The encounter.
 */
encounterId: number, 
/**
 * What is known now; kept as a new version when it changed. Left out: the kept ones.
 */
needs: NeedsFields | null, };

export type Manner = "spoken" | "signed" | "guardian";

export type MarkDay = { 
/**
 * The day.
 */
day: string, 
/**
 * How it differs; none takes the mark away.
 */
kind: DayKind | null, 
/**
 * Its name.
 */
name: string, };

export type Nature = "policy" | "procedure" | "health" | "price" | "report" | "other";

export type NeedsFields = { 
/**
 * For whom, when it is not the visitor.
 */
relation: string, 
/**
 * Sex.
 */
sex: Sex | null, 
/**
 * Age.
 */
age: number | null, 
/**
 * The goal in their own words.
 */
goal: string, 
/**
 * Codes of concerns, in the order they were told.
 */
concerns: Array<string>, 
/**
 * Conditions they have.
 */
conditions: Array<string>, 
/**
 * Allergies they have.
 */
allergies: Array<string>, 
/**
 * Conditions they do not have.
 */
deniedConditions: Array<string>, 
/**
 * Allergies they do not have.
 */
deniedAllergies: Array<string>, 
/**
 * What was done before.
 */
done: Array<DoneFields>, 
/**
 * Budget in fen.
 */
budget: number | null, 
/**
 * Minutes there are.
 */
minutes: number | null, 
/**
 * When they can come, as told.
 */
days: string, 
/**
 * Questions answered with "no limit" or "none".
 */
asked: Array<Question>, };

export type NewAdmin = { 
/**
 * Staff number.
 */
no: string, 
/**
 * Name.
 */
name: string, 
/**
 * Password.
 */
password: string, };

export type NewCodes = { 
/**
 * The codes as printed.
 */
codes: [string, string], 
/**
 * The groups.
 */
ask: Array<AskGroup>, };

export type NewInstitution = { 
/**
 * Name.
 */
name: string, 
/**
 * Address.
 */
address: string, 
/**
 * Phone.
 */
phone: string, 
/**
 * Opening hours.
 */
hours: Array<HoursView>, };

export type NoteFeedback = { 
/**
 * Id.
 */
id: number, 
/**
 * Note.
 */
note: string, };

export type Nothing = Record<symbol, never>;

export type NoticeView = { 
/**
 * Version.
 */
version: string, 
/**
 * Chinese text.
 */
textZh: string, 
/**
 * English text.
 */
textEn: string, };

export type OfEncounter = { 
/**
 * The encounter.
 */
encounterId: number, };

export type OneId = { 
/**
 * The id.
 */
id: number, };

export type Outcome = "answered" | "referred" | "booked" | "promised" | "declined" | "left";

export type PackageFields = { 
/**
 * Code, never changed.
 */
code: string, 
/**
 * Name.
 */
name: BothLanguages, 
/**
 * What is in it, in words.
 */
content: BothLanguages, 
/**
 * For whom.
 */
forWhom: BothLanguages, 
/**
 * Not for whom.
 */
notFor: BothLanguages, 
/**
 * What it leaves out.
 */
limits: BothLanguages, 
/**
 * Price in fen.
 */
price: number, 
/**
 * Ids of its services, in order.
 */
services: Array<number>, 
/**
 * One sex only.
 */
sex: Sex | null, 
/**
 * Youngest.
 */
minAge: number, 
/**
 * Oldest.
 */
maxAge: number, };

export type PackageView = { 
/**
 * Id.
 */
id: number, 
/**
 * Whether it is still offered.
 */
active: boolean, 
/**
 * Prices of its services one by one, in fen.
 */
sum: number, 
/**
 * Minutes of everything.
 */
minutes: number, 
/**
 * Its services.
 */
parts: Array<PartView>, 
/**
 * Prices, the newest first.
 */
prices: Array<PriceView>, 
/**
 * Everything said about it.
 */
sheet: PackageFields, };

export type PartView = { 
/**
 * Id.
 */
id: number, 
/**
 * Name.
 */
name: BothLanguages, 
/**
 * Price by itself, in fen.
 */
price: number, 
/**
 * Minutes.
 */
minutes: number, 
/**
 * Fasting.
 */
fasting: boolean, 
/**
 * Whether it is still offered.
 */
active: boolean, };

export type Phase = "empty" | "confirming" | "locked" | "open";

export type PhraseList = { 
/**
 * The most fitting first.
 */
rows: Array<PhraseView>, };

export type PhraseView = { 
/**
 * Id.
 */
id: number, 
/**
 * Step.
 */
step: Step, 
/**
 * Channel it is meant for.
 */
voice: Voice, 
/**
 * Part of the working time.
 */
hour: Hour, 
/**
 * Chinese.
 */
textZh: string, 
/**
 * English.
 */
textEn: string, };

export type PointView = { 
/**
 * On which side.
 */
side: Side, 
/**
 * What.
 */
say: Say, 
/**
 * A concern, a condition, a month; may be empty.
 */
about: string, 
/**
 * Name of the service it is about.
 */
service: BothLanguages | null, 
/**
 * Fen, minutes, hours or a count.
 */
amount: number, };

export type PriceView = { 
/**
 * Fen.
 */
price: number, 
/**
 * From when.
 */
validFrom: number, 
/**
 * Set by (staff id).
 */
setBy: number, };

export type PromiseLine = { 
/**
 * The promise.
 */
promise: PromiseView, 
/**
 * Masked name.
 */
name: string | null, 
/**
 * Masked phone.
 */
phone: string | null, 
/**
 * The matter of its encounter.
 */
matter: string, 
/**
 * Staff number of its owner.
 */
ownerNo: string, 
/**
 * Whole minutes until it is due; negative when late.
 */
minutesLeft: number, };

export type PromiseList = { 
/**
 * The most urgent first.
 */
rows: Array<PromiseLine>, };

export type PromiseState = "open" | "kept" | "late" | "overdue";

export type PromiseView = { 
/**
 * Id.
 */
id: number, 
/**
 * Where it was made.
 */
encounterId: number, 
/**
 * What.
 */
what: string, 
/**
 * By when.
 */
dueAt: number, 
/**
 * When it was made.
 */
madeAt: number, 
/**
 * When it was kept.
 */
keptAt: number | null, 
/**
 * What the person was told.
 */
result: string, };

export type ProposalView = { 
/**
 * Id.
 */
id: number, 
/**
 * The needs it answers.
 */
assessmentId: number, 
/**
 * The package in it.
 */
package: ProposedPackage | null, 
/**
 * Every service, those of the package first.
 */
items: Array<ProposedItem>, 
/**
 * Price of everything in fen, that day.
 */
price: number, 
/**
 * Minutes of everything.
 */
minutes: number, 
/**
 * Whether the person comes fasting.
 */
fasting: boolean, 
/**
 * Reasons, drawbacks, what is covered and what is not.
 */
points: Array<PointView>, 
/**
 * When it was made.
 */
madeAt: number, 
/**
 * What was decided last.
 */
choice: Choice | null, 
/**
 * Why.
 */
reason: string, };

export type ProposedItem = { 
/**
 * The service.
 */
serviceId: number, 
/**
 * Its name.
 */
name: BothLanguages, 
/**
 * Whether it comes with the package.
 */
inPackage: boolean, 
/**
 * Its price by itself in fen, that day.
 */
price: number, 
/**
 * Minutes.
 */
minutes: number, 
/**
 * Fasting.
 */
fasting: boolean, 
/**
 * Whether it has slots of its own.
 */
bookable: boolean, };

export type ProposedPackage = { 
/**
 * Id.
 */
id: number, 
/**
 * Name.
 */
name: BothLanguages, 
/**
 * Price in fen, that day.
 */
price: number, };

export type Question = "sex" | "age" | "concerns" | "pregnancy" | "implants" | "conditions" | "allergies" | "last_done" | "budget" | "time";

export type RateFeedback = { 
/**
 * Id.
 */
id: number, 
/**
 * What came of it.
 */
asked: Asked, 
/**
 * 1 to 5, when they rated.
 */
rating: number | null, 
/**
 * Note.
 */
note: string, };

export type ReadId = { 
/**
 * Birth date.
 */
bornOn: string, 
/**
 * Sex.
 */
sex: Sex, 
/**
 * Age today.
 */
age: number | null, };

export type ReadLedger = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day, included.
 */
to: string, 
/**
 * Page of 200 rows, the newest first; 0 is the first.
 */
page: number, };

export type ReceiveFeedback = { 
/**
 * Kind.
 */
kind: FeedbackKind, 
/**
 * The encounter it came in.
 */
encounterId: number | null, 
/**
 * The person's record; null: anonymous.
 */
visitorId: number | null, 
/**
 * How a person without a record wants to be called; may be empty.
 */
name: string, 
/**
 * Where they can be told; may be empty.
 */
phone: string, 
/**
 * When it happened.
 */
happenedOn: string | null, 
/**
 * About whom or what.
 */
about: string, 
/**
 * What happened.
 */
what: string, 
/**
 * Split into points; empty: the whole is one.
 */
points: Array<string>, };

export type ReferralList = { 
/**
 * In the directory's order.
 */
rows: Array<ReferralView>, };

export type ReferralView = { 
/**
 * Id.
 */
id: number, 
/**
 * Code.
 */
code: string, 
/**
 * The matter.
 */
matterZh: string, 
/**
 * The matter in English.
 */
matterEn: string, 
/**
 * Where to.
 */
toZh: string, 
/**
 * Where to in English.
 */
toEn: string, 
/**
 * What to tell the person.
 */
howZh: string, 
/**
 * What to tell the person in English.
 */
howEn: string, };

export type RegisterVisitor = { 
/**
 * Who.
 */
visitor: VisitorDraft, 
/**
 * How the consent to the notice in force was given.
 */
consent: Manner | null, 
/**
 * How the separate consent to health information was given.
 */
healthConsent: Manner | null, };

export type RetireThing = { 
/**
 * Service or package.
 */
kind: CatalogueKind, 
/**
 * Which.
 */
id: number, 
/**
 * Why.
 */
reason: string, };

export type ReturnThing = { 
/**
 * Service or package.
 */
kind: CatalogueKind, 
/**
 * Which.
 */
id: number, };

export type RevealVisitor = { 
/**
 * Whose.
 */
id: number, 
/**
 * Which.
 */
what: Hidden, };

export type Revealed = { 
/**
 * The value.
 */
value: string, };

export type Right = "receive" | "serve" | "reveal" | "move_ticket" | "handle_feedback" | "ledger" | "ledger_full" | "journal" | "edit_content" | "administer";

export type Role = "receptionist" | "specialist" | "supervisor" | "administrator";

export type RuledOutView = { 
/**
 * Service or package.
 */
kind: CatalogueKind, 
/**
 * Id.
 */
id: number, 
/**
 * Name.
 */
name: BothLanguages, 
/**
 * Why.
 */
why: Array<WhyNotView>, };

export type SaveAssessment = { 
/**
 * The encounter.
 */
encounterId: number, 
/**
 * What was told.
 */
needs: NeedsFields, };

export type SavePackage = { 
/**
 * Which; left out: a new one.
 */
id: number | null, 
/**
 * Everything said about it.
 */
sheet: PackageFields, };

export type SaveService = { 
/**
 * Which; left out: a new one.
 */
id: number | null, 
/**
 * Everything said about it.
 */
sheet: ServiceFields, };

export type Say = "cheapest" | "least_time" | "best_package" | "fullest" | "covers_all" | "saves" | "no_fasting" | "by" | "nothing_suitable" | "beyond_limits" | "not_included" | "fasting" | "long" | "next_day" | "ahead" | "caution" | "repeated" | "extra";

export type Scope = "personal" | "health";

export type ServiceFields = { 
/**
 * Code, never changed.
 */
code: string, 
/**
 * Code of the department.
 */
department: string, 
/**
 * Name.
 */
name: BothLanguages, 
/**
 * What is done.
 */
content: BothLanguages, 
/**
 * How it goes.
 */
process: BothLanguages, 
/**
 * What speaks for it.
 */
advantages: BothLanguages, 
/**
 * What it cannot do.
 */
limits: BothLanguages, 
/**
 * For whom.
 */
forWhom: BothLanguages, 
/**
 * Not for whom.
 */
notFor: BothLanguages, 
/**
 * Price in fen.
 */
price: number, 
/**
 * Minutes.
 */
minutes: number, 
/**
 * Minutes to come early.
 */
arriveEarly: number, 
/**
 * Hours to book ahead.
 */
leadHours: number, 
/**
 * Fasting.
 */
fasting: boolean, 
/**
 * A device is brought back the next day.
 */
returnNextDay: boolean, 
/**
 * Codes of concerns.
 */
covers: Array<string>, 
/**
 * One sex only.
 */
sex: Sex | null, 
/**
 * Youngest.
 */
minAge: number, 
/**
 * Oldest.
 */
maxAge: number, 
/**
 * Conditions that rule it out.
 */
notConditions: Array<string>, 
/**
 * Allergies that rule it out.
 */
notAllergies: Array<string>, 
/**
 * Conditions that ask for care.
 */
cautionConditions: Array<string>, 
/**
 * What to prepare.
 */
prepare: Array<BothLanguages>, 
/**
 * What to bring.
 */
bring: Array<BothLanguages>, 
/**
 * Months until it makes sense again; 0: any time.
 */
repeatMonths: number, 
/**
 * Whether it has slots of its own.
 */
bookable: boolean, };

export type ServiceView = { 
/**
 * Id.
 */
id: number, 
/**
 * Whether it is still offered.
 */
active: boolean, 
/**
 * Everything said about it.
 */
sheet: ServiceFields, 
/**
 * Prices, the newest first.
 */
prices: Array<PriceView>, };

export type SessionState = { 
/**
 * Where the program stands.
 */
phase: Phase, 
/**
 * The institution's name, once set up.
 */
institution: string | null, 
/**
 * Whether the folder holds made-up data.
 */
training: boolean, 
/**
 * Who is signed in.
 */
staff: SignedIn | null, 
/**
 * What they may do.
 */
rights: Array<Right>, 
/**
 * Seconds without activity until the desk locks.
 */
idleSeconds: number, 
/**
 * Version of the program.
 */
version: string, 
/**
 * Number of the last journal entry.
 */
journal: number | null, };

export type SetInstitution = { 
/**
 * Name.
 */
name: string, 
/**
 * Address.
 */
address: string, 
/**
 * Phone.
 */
phone: string, 
/**
 * Opening hours.
 */
hours: Array<HoursView>, 
/**
 * Seconds without activity until the desk locks, 60 to 900.
 */
idleSeconds: number, };

export type SetPassword = { 
/**
 * Whose.
 */
id: number, 
/**
 * The password; must be changed at the next sign-in.
 */
password: string, };

export type SetRole = { 
/**
 * Who.
 */
id: number, 
/**
 * The role.
 */
role: Role, 
/**
 * Why.
 */
reason: string, };

export type Sex = "female" | "male";

export type Side = "reason" | "drawback" | "covered" | "uncovered";

export type SignIn = { 
/**
 * Staff number.
 */
no: string, 
/**
 * Password.
 */
password: string, };

export type SignedIn = { 
/**
 * Id.
 */
id: number, 
/**
 * Staff number.
 */
no: string, 
/**
 * Name.
 */
name: string, 
/**
 * Role.
 */
role: Role, 
/**
 * Whether the password must be changed before anything else.
 */
mustChange: boolean, };

export type SpecialDayView = { 
/**
 * The day.
 */
day: string, 
/**
 * How.
 */
kind: DayKind, 
/**
 * Its name.
 */
name: string, };

export type Spooled = { 
/**
 * The spooler's name of the job.
 */
job: string, };

export type StaffList = { 
/**
 * Active first, by number.
 */
rows: Array<StaffView>, };

export type StaffName = { 
/**
 * Id.
 */
id: number, 
/**
 * Staff number.
 */
no: string, 
/**
 * Name.
 */
name: string, 
/**
 * Role.
 */
role: Role, };

export type StaffNames = { 
/**
 * Active colleagues by number.
 */
rows: Array<StaffName>, };

export type StaffView = { 
/**
 * Id.
 */
id: number, 
/**
 * Staff number.
 */
no: string, 
/**
 * Name.
 */
name: string, 
/**
 * Role.
 */
role: Role, 
/**
 * Whether they may sign in.
 */
active: boolean, 
/**
 * Whether the password must be changed.
 */
mustChange: boolean, 
/**
 * Last sign-in.
 */
lastSeen: number | null, };

export type StartEncounter = { 
/**
 * How they reached us.
 */
channel: Channel, 
/**
 * Who, when known already.
 */
visitorId: number | null, };

export type Step = "opening" | "probing" | "read_back" | "introduce" | "hold" | "transfer" | "transfer_failed" | "promise" | "booking" | "feedback_praise" | "feedback_suggestion" | "feedback_complaint" | "closing";

export type StrengthView = { 
/**
 * 0 to 4.
 */
score: number, 
/**
 * Whether the desk accepts it.
 */
enough: boolean, 
/**
 * What to do.
 */
advice: Advice, };

export type Subject = "session" | "staff" | "institution" | "visitors" | "encounters" | "promises" | "categories" | "points" | "tickets" | "catalogue" | "proposals" | "schedules" | "bookings" | "feedback" | "guidance" | "ledger" | "journal" | "drafts";

export type SuggestionView = { 
/**
 * Kind.
 */
kind: TermKind, 
/**
 * Code.
 */
code: string, 
/**
 * The word that led to it.
 */
word: string, 
/**
 * Said not to be so.
 */
denied: boolean, };

export type TellFeedback = { 
/**
 * Id.
 */
id: number, 
/**
 * What and how.
 */
telling: TellingView, };

export type TellingView = { 
/**
 * How.
 */
how: ToldHow, 
/**
 * What the person said; needed unless it was put up.
 */
reply: string, 
/**
 * What becomes of a suggestion.
 */
adoption: Adoption | null, 
/**
 * Why it is not, or not wholly, adopted.
 */
why: string, 
/**
 * A complaint's apology.
 */
apology: string, 
/**
 * A complaint's measure.
 */
measure: string, 
/**
 * A complaint's result.
 */
result: string, };

export type TermKind = "concern" | "condition" | "allergy";

export type TermView = { 
/**
 * Kind.
 */
kind: TermKind, 
/**
 * Code.
 */
code: string, 
/**
 * Name.
 */
name: BothLanguages, 
/**
 * Everyday words.
 */
words: Array<string>, 
/**
 * Whether it is still offered.
 */
active: boolean, };

export type TodayView = { 
/**
 * Tickets that wait.
 */
waiting: number, 
/**
 * Minutes the longest of them has waited; null: none waits.
 */
longest: number | null, 
/**
 * Encounters of the day.
 */
encounters: number, 
/**
 * Per channel, the most frequent first.
 */
channels: Array<[Channel, number]>, 
/**
 * Promises to keep today, with those that are late.
 */
promisesDue: number, 
/**
 * Those that are late.
 */
promisesLate: number, 
/**
 * Visits booked for the day.
 */
bookings: number, 
/**
 * Those who came.
 */
arrived: number, 
/**
 * Those who did not.
 */
noShow: number, };

export type ToldHow = "in_person" | "phone" | "message" | "email" | "letter" | "posted";

export type TypedGroup = { 
/**
 * Code 0 or 1.
 */
code: number, 
/**
 * Group 1 to 7.
 */
group: number, 
/**
 * What was typed.
 */
text: string, };

export type TypedLine = { 
/**
 * The line.
 */
text: string, };

export type Urgency = "immediate" | "urgent" | "routine";

export type VisitorDraft = { 
/**
 * Name.
 */
name: string, 
/**
 * Phone.
 */
phone: string, 
/**
 * Second phone.
 */
phone2: string, 
/**
 * Kind of document.
 */
idKind: IdKind, 
/**
 * Its number.
 */
idNumber: string, 
/**
 * Sex; left out, it is read from a resident number.
 */
sex: Sex | null, 
/**
 * Birth date; left out, it is read from a resident number.
 */
bornOn: string | null, 
/**
 * Address.
 */
address: string, 
/**
 * Note for colleagues.
 */
note: string, 
/**
 * Codes of special groups.
 */
groups: Array<string>, 
/**
 * Codes of conditions.
 */
conditions: Array<string>, 
/**
 * Codes of allergies.
 */
allergies: Array<string>, };

export type VisitorView = { 
/**
 * Id.
 */
id: number, 
/**
 * Name in full.
 */
name: string, 
/**
 * Masked phone.
 */
phone: string, 
/**
 * Masked second phone.
 */
phone2: string, 
/**
 * Kind of document.
 */
idKind: IdKind, 
/**
 * Masked number.
 */
idNumber: string, 
/**
 * Sex.
 */
sex: Sex | null, 
/**
 * Birth date.
 */
bornOn: string | null, 
/**
 * Age today.
 */
age: number | null, 
/**
 * Address.
 */
address: string, 
/**
 * Note.
 */
note: string, 
/**
 * Codes of special groups.
 */
groups: Array<string>, 
/**
 * Codes of conditions.
 */
conditions: Array<string>, 
/**
 * Codes of allergies.
 */
allergies: Array<string>, 
/**
 * Whether the consent to personal data stands.
 */
consent: boolean, 
/**
 * Whether the consent to health information stands.
 */
healthConsent: boolean, 
/**
 * All consents.
 */
consents: Array<ConsentView>, 
/**
 * When registered.
 */
registeredAt: number, 
/**
 * Last encounter.
 */
seenAt: number, };

export type VocabularyView = { 
/**
 * Concerns, conditions, allergies.
 */
terms: Array<TermView>, 
/**
 * Departments.
 */
departments: Array<DepartmentView>, };

export type Voice = "any" | "walk_in" | "phone";

export type Why = "name" | "pinyin" | "phone" | "id_number" | "voucher";

export type WhyNotView = { 
/**
 * What hinders.
 */
hindrance: Hindrance, 
/**
 * A condition, an allergy, a month; may be empty.
 */
about: string, 
/**
 * Name of the part of a package it comes from.
 */
service: BothLanguages | null, 
/**
 * Fen, minutes, months or an age.
 */
amount: number, };

export type WithdrawConsent = { 
/**
 * Whose.
 */
id: number, 
/**
 * Which.
 */
scope: Scope, };

/** Every command with its input and its view. */
export interface Commands {
  "assessments.next_question": { input: AskNext; view: AskingView | null };
  "assessments.read": { input: OfEncounter; view: AssessmentView | null };
  "assessments.read_line": { input: TypedLine; view: LineView };
  "assessments.save": { input: SaveAssessment; view: AssessmentView };
  "catalogue.list": { input: ListCatalogue; view: CatalogueList };
  "catalogue.package": { input: OneId; view: PackageView };
  "catalogue.retire": { input: RetireThing; view: Done };
  "catalogue.return": { input: ReturnThing; view: Done };
  "catalogue.save_package": { input: SavePackage; view: PackageView };
  "catalogue.save_service": { input: SaveService; view: ServiceView };
  "catalogue.service": { input: OneId; view: ServiceView };
  "catalogue.vocabulary": { input: Nothing; view: VocabularyView };
  "drafts.clear": { input: DraftKey; view: Done };
  "drafts.read": { input: DraftKey; view: KeptDraft };
  "drafts.save": { input: DraftBody; view: KeptDraft };
  "encounters.answer": { input: AnswerQuestion; view: EncounterView };
  "encounters.close": { input: CloseEncounter; view: EncounterView };
  "encounters.describe": { input: DescribeMatter; view: EncounterView };
  "encounters.identify": { input: IdentifyVisitor; view: EncounterView };
  "encounters.keep_promise": { input: KeepPromise; view: PromiseView };
  "encounters.of_visitor": { input: OneId; view: EncounterList };
  "encounters.open": { input: Nothing; view: EncounterList };
  "encounters.promise": { input: MakePromise; view: EncounterView };
  "encounters.promises": { input: Nothing; view: PromiseList };
  "encounters.read": { input: OneId; view: EncounterView };
  "encounters.read_back": { input: OneId; view: EncounterView };
  "encounters.reopen": { input: IdBecause; view: EncounterView };
  "encounters.start": { input: StartEncounter; view: EncounterView };
  "feedback.close": { input: NoteFeedback; view: FeedbackView };
  "feedback.handle": { input: HandleFeedback; view: FeedbackView };
  "feedback.list": { input: ListFeedback; view: FeedbackList };
  "feedback.of_encounter": { input: OneId; view: FeedbackList };
  "feedback.rate": { input: RateFeedback; view: FeedbackView };
  "feedback.read": { input: OneId; view: FeedbackView };
  "feedback.receive": { input: ReceiveFeedback; view: FeedbackView };
  "feedback.reveal": { input: OneId; view: FeedbackPhone };
  "feedback.take": { input: NoteFeedback; view: FeedbackView };
  "feedback.tell": { input: TellFeedback; view: FeedbackView };
  "feedback.waiting": { input: Nothing; view: FeedbackWaiting };
  "guidance.phrases": { input: AskPhrases; view: PhraseList };
  "guidance.referrals": { input: AskReferrals; view: ReferralList };
  "institution.mark_day": { input: MarkDay; view: InstitutionView };
  "institution.read": { input: Nothing; view: InstitutionView };
  "institution.set": { input: SetInstitution; view: InstitutionView };
  "journal.list": { input: ListJournal; view: JournalPage };
  "journal.objects": { input: Nothing; view: JournalObjects };
  "ledger.export": { input: AskLedger; view: ExportedLedger };
  "ledger.read": { input: ReadLedger; view: LedgerView };
  "ledger.today": { input: Nothing; view: TodayView };
  "proposals.accepted": { input: OfEncounter; view: ProposalView | null };
  "proposals.choose": { input: ChooseProposal; view: ProposalView };
  "proposals.decline_all": { input: DeclineAll; view: Done };
  "proposals.list": { input: OfEncounter; view: AdviceView };
  "proposals.make": { input: MakeProposals; view: AdviceView };
  "session.lock": { input: Nothing; view: SessionState };
  "session.sign_in": { input: SignIn; view: SessionState };
  "session.sign_out": { input: Nothing; view: SessionState };
  "session.state": { input: Nothing; view: SessionState };
  "session.touch": { input: Nothing; view: Done };
  "session.verify_journal": { input: Nothing; view: JournalVerdict };
  "setup.confirm": { input: ConfirmCodes; view: SessionState };
  "setup.create": { input: CreateDesk; view: NewCodes };
  "setup.print_codes": { input: Nothing; view: Spooled };
  "setup.renew_codes": { input: Nothing; view: NewCodes };
  "setup.strength": { input: AskStrength; view: StrengthView };
  "staff.add": { input: AddStaff; view: StaffView };
  "staff.change_password": { input: ChangePassword; view: Done };
  "staff.deactivate": { input: IdBecause; view: StaffView };
  "staff.list": { input: Nothing; view: StaffList };
  "staff.names": { input: Nothing; view: StaffNames };
  "staff.reactivate": { input: SetPassword; view: StaffView };
  "staff.reset_password": { input: SetPassword; view: StaffView };
  "staff.set_role": { input: SetRole; view: StaffView };
  "visitors.check_id": { input: AskId; view: ReadId };
  "visitors.consent": { input: GiveConsent; view: VisitorView };
  "visitors.correct": { input: CorrectVisitor; view: VisitorView };
  "visitors.find": { input: FindVisitors; view: FoundVisitors };
  "visitors.groups": { input: Nothing; view: GroupList };
  "visitors.likely_same": { input: AskLikelySame; view: FoundVisitors };
  "visitors.notice": { input: Nothing; view: NoticeView };
  "visitors.read": { input: OneId; view: VisitorView };
  "visitors.register": { input: RegisterVisitor; view: VisitorView };
  "visitors.reveal": { input: RevealVisitor; view: Revealed };
  "visitors.withdraw_consent": { input: WithdrawConsent; view: VisitorView };
}

export type CommandName = keyof Commands;

/** What each read shows. */
export const SHOWS = {
  "assessments.next_question": ["catalogue"],
  "assessments.read": ["proposals"],
  "assessments.read_line": ["catalogue"],
  "catalogue.list": ["catalogue"],
  "catalogue.package": ["catalogue"],
  "catalogue.service": ["catalogue"],
  "catalogue.vocabulary": ["catalogue"],
  "drafts.read": ["drafts"],
  "encounters.of_visitor": ["encounters"],
  "encounters.open": ["encounters"],
  "encounters.promises": ["promises"],
  "encounters.read": ["encounters", "visitors", "promises"],
  "feedback.list": ["feedback"],
  "feedback.of_encounter": ["feedback"],
  "feedback.read": ["feedback"],
  "feedback.waiting": ["feedback"],
  "guidance.phrases": ["guidance"],
  "guidance.referrals": ["guidance"],
  "institution.read": ["institution"],
  "journal.list": ["journal"],
  "journal.objects": [],
  "ledger.read": ["ledger", "encounters", "tickets", "bookings", "feedback", "promises"],
  "ledger.today": ["ledger", "encounters", "tickets", "bookings", "feedback", "promises"],
  "proposals.accepted": ["proposals", "catalogue"],
  "proposals.list": ["proposals", "catalogue"],
  "staff.list": ["staff"],
  "staff.names": ["staff"],
  "visitors.check_id": [],
  "visitors.find": ["visitors"],
  "visitors.groups": ["visitors"],
  "visitors.likely_same": ["visitors"],
  "visitors.notice": ["visitors"],
  "visitors.read": ["visitors"],
} as const satisfies Partial<Record<CommandName, readonly Subject[]>>;

export type ReadName = keyof typeof SHOWS;

/** Commands that change something. */
export const WRITES = [
  "assessments.save",
  "catalogue.retire",
  "catalogue.return",
  "catalogue.save_package",
  "catalogue.save_service",
  "drafts.clear",
  "drafts.save",
  "encounters.answer",
  "encounters.close",
  "encounters.describe",
  "encounters.identify",
  "encounters.keep_promise",
  "encounters.promise",
  "encounters.read_back",
  "encounters.reopen",
  "encounters.start",
  "feedback.close",
  "feedback.handle",
  "feedback.rate",
  "feedback.receive",
  "feedback.reveal",
  "feedback.take",
  "feedback.tell",
  "institution.mark_day",
  "institution.set",
  "ledger.export",
  "proposals.choose",
  "proposals.decline_all",
  "proposals.make",
  "session.lock",
  "session.sign_in",
  "session.sign_out",
  "session.state",
  "session.touch",
  "session.verify_journal",
  "setup.confirm",
  "setup.create",
  "setup.print_codes",
  "setup.renew_codes",
  "setup.strength",
  "staff.add",
  "staff.change_password",
  "staff.deactivate",
  "staff.reactivate",
  "staff.reset_password",
  "staff.set_role",
  "visitors.consent",
  "visitors.correct",
  "visitors.register",
  "visitors.reveal",
  "visitors.withdraw_consent",
] as const satisfies readonly CommandName[];

export type WriteName = (typeof WRITES)[number];

/** Every refusal and failure with the facts of its sentence. */
export interface Facts {
  empty: Record<string, never>;
  too_long: { max: number; got: number };
  control_character: { position: number };
  out_of_range: { min: number; max: number };
  no_such_time: Record<string, never>;
  unknown_code: { got: string };
  not_found: Record<string, never>;
  wrong_state: { state: string };
  reason_needed: Record<string, never>;
  operation_reused: Record<string, never>;
  id_check_digit: { expected: string };
  id_shape: { got: number };
  id_birth_date: Record<string, never>;
  id_differs: Record<string, never>;
  id_taken: { visitor: number };
  phone_shape: Record<string, never>;
  consent_missing: Record<string, never>;
  anonymous_not_allowed: Record<string, never>;
  staff_no_taken: Record<string, never>;
  staff_no_shape: Record<string, never>;
  password_weak: Record<string, never>;
  password_wrong: Record<string, never>;
  password_same: Record<string, never>;
  last_administrator: Record<string, never>;
  own_account: Record<string, never>;
  hours_order: { weekday: number };
  encounter_closed: Record<string, never>;
  outcome_missing: Record<string, never>;
  promise_in_past: Record<string, never>;
  promise_needs_contact: Record<string, never>;
  feedback_no_contact: Record<string, never>;
  satisfaction_missing: Record<string, never>;
  period_length: { max: number };
  code_taken: Record<string, never>;
  code_shape: Record<string, never>;
  too_many: { max: number };
  proposal_stale: Record<string, never>;
  two_levels: Record<string, never>;
  prefix_shape: Record<string, never>;
  prefix_taken: Record<string, never>;
  category_has_leaves: { count: number };
  point_cannot: Record<string, never>;
  point_closed: Record<string, never>;
  no_point_can: Record<string, never>;
  not_at_point: Record<string, never>;
  ticket_in_hand: { number: string };
  ticket_live: { number: string };
  not_next: { number: string };
  not_your_ticket: { number: string };
  nobody_waiting: Record<string, never>;
  nothing_to_undo: Record<string, never>;
  windows_overlap: { weekday: number };
  read_back_missing: Record<string, never>;
  several_days: Record<string, never>;
  not_bookable: { service: string };
  closed_day: { day: string };
  beyond_horizon: { days: number };
  slot_gone: { start: string };
  slot_full: { start: string; capacity: number };
  slot_past: Record<string, never>;
  lead_time: { hours: number };
  overlap: { start: string };
  not_yet: { start: string };
  voucher_unreadable: { got: number };
  voucher_typo: Record<string, never>;
  voucher_unknown: Record<string, never>;
  voucher_forged: Record<string, never>;
  voucher_void: { cause: string };
  voucher_other_day: { day: string };
  already_checked_in: { at: number };
  locked: Record<string, never>;
  no_right: { right: string };
  unknown_command: { command: string };
  input_shape: { path: string };
  operation_id_missing: Record<string, never>;
  sign_in_failed: Record<string, never>;
  sign_in_paused: { minutes: number };
  must_change_password: Record<string, never>;
  set_up_already: Record<string, never>;
  not_set_up: Record<string, never>;
  codes_not_confirmed: Record<string, never>;
  wrong_group: { code: number; group: number };
  time_not_yours: Record<string, never>;
  folder_in_use: Record<string, never>;
  no_printer: Record<string, never>;
  printer_refused: Record<string, never>;
  printing_not_supported: Record<string, never>;
  file_disk_full: Record<string, never>;
  file_denied: Record<string, never>;
  file_failed: Record<string, never>;
  paper_failed: Record<string, never>;
  store_full: Record<string, never>;
  store_damaged: Record<string, never>;
  store_newer: Record<string, never>;
  store_failed: Record<string, never>;
}

export type Code = keyof Facts;
