// Written by the api crate from its table of commands; `cargo xtask bindings` renews it.

export type AcceptClock = { 
/**
 * What it was compared with.
 */
reason: string, };

export type ActOnRequest = { 
/**
 * Which request.
 */
id: number, 
/**
 * Why.
 */
reason: string, };

export type AddCategory = { 
/**
 * The top it belongs to; none for a new top.
 */
parentId: number | null, 
/**
 * What it says.
 */
category: CategoryDraft, };

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
role: Role, };

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
 * What came of weighing: the true reason where nothing is proposed.
 */
verdict: Verdict | null, 
/**
 * The limits with which something would be proposed, where they are in the way.
 */
ways: Array<WayView>, 
/**
 * What was ruled out.
 */
ruledOut: Array<RuledOutView>, 
/**
 * The question that is due.
 */
asking: AskingView | null, };

export type Affected = { 
/**
 * Their bookings.
 */
bookingIds: Array<number>, };

export type AgesView = { 
/**
 * At least.
 */
least: number, 
/**
 * At most.
 */
most: number, };

export type AlarmKind = "missing" | "different" | "no_head";

export type AlarmView = { 
/**
 * Which.
 */
kind: AlarmKind, 
/**
 * How many operations are missing; 0 when that is not known.
 */
operations: number, 
/**
 * Number of the last entry that is there, or of the one that differs.
 */
last: number, };

export type AllowOpenings = { 
/**
 * Their number.
 */
no: string, 
/**
 * Their password.
 */
password: string, };

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

export type AnswerWay = "printer" | "file";

export type ArrangeCategories = { 
/**
 * Below which top; none for the tops themselves.
 */
parentId: number | null, 
/**
 * Their ids in the new order.
 */
order: Array<number>, };

export type AskBoard = { 
/**
 * Of one point; none for all of them.
 */
pointId: number | null, };

export type AskBorn = { 
/**
 * A day, a month, a year or an age, as people say it.
 */
bornOn: string, };

export type AskDay = { 
/**
 * ISO day.
 */
day: string, };

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

export type AskIncident = { 
/**
 * Which report.
 */
id: number, 
/**
 * Which version; null: the last.
 */
version: number | null, };

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
 * What for; needed in full.
 */
purpose: Purpose | null, 
/**
 * The purpose in words; needed for any other purpose.
 */
reason: string, 
/**
 * Who receives it; needed in full.
 */
receiver: Receiver | null, 
/**
 * Their name; needed where the kind does not say who.
 */
receiverName: string, 
/**
 * Language of heads and states.
 */
language: PaperLanguage, };

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
 * Birth date as it was said; what can't be read yet counts as not known.
 */
bornOn: string | null, 
/**
 * Identity number.
 */
idNumber: string, };

export type AskMinors = { 
/**
 * Which.
 */
year: number, };

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

export type AskPreview = { 
/**
 * The kinds; others are kept with what they refer to.
 */
kinds: Array<RetentionKind>, };

export type AskReferrals = { 
/**
 * Words; empty for all.
 */
text: string, };

export type AskSlots = { 
/**
 * Who; their other bookings are in the way.
 */
visitorId: number | null, 
/**
 * Where it is talked about: what was said there decides what suits.
 */
encounterId?: number, 
/**
 * A whole package.
 */
packageId: number | null, 
/**
 * Services, beside those of the package.
 */
serviceIds: Array<number>, 
/**
 * The first day, not before today.
 */
from: string, 
/**
 * How many days, up to 62.
 */
days: number, 
/**
 * The booking that is to be moved.
 */
movingId: number | null, };

export type AskStrength = { 
/**
 * The password.
 */
password: string, 
/**
 * Names and numbers that must not help.
 */
hints: Array<string>, };

export type AskTicketOf = { 
/**
 * The encounter.
 */
encounterId: number, };

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

export type BackupList = { 
/**
 * The newest first, the folder's own before those of the second place.
 */
rows: Array<BackupView>, 
/**
 * The second place, once chosen; `None` while nobody is signed in.
 */
second: SecondPlace | null, };

export type BackupName = { 
/**
 * Name of the file.
 */
name: string, 
/**
 * Where it lies.
 */
place: BackupPlace, };

export type BackupPlace = "own" | "second" | "chosen";

export type BackupSecret = { 
/**
 * Staff number of an administrator at the time of the backup.
 */
no?: string, 
/**
 * Their password at that time.
 */
password?: string, 
/**
 * Or a recovery code of that time.
 */
code?: string, };

export type BackupStage = "copy" | "check" | "pack" | "swap";

export type BackupStanding = { 
/**
 * When the last one was made, UTC ms.
 */
lastAt: number | null, 
/**
 * Whether a copy in a second place is overdue.
 */
copyOverdue: boolean, 
/**
 * Code of why the last one failed.
 */
failure: string | null, };

export type BackupView = { 
/**
 * Name of the file.
 */
name: string, 
/**
 * Where it lies.
 */
place: BackupPlace, 
/**
 * When it was made, UTC ms.
 */
at: number, 
/**
 * Whose it is.
 */
institution: string, 
/**
 * Whether it holds made-up data.
 */
training: boolean, 
/**
 * Number of the last journal entry in it.
 */
journal: number, 
/**
 * Visitors in it.
 */
visitors: number, 
/**
 * Bookings in it.
 */
bookings: number, 
/**
 * Bytes.
 */
size: number, };

export type Bar = "past" | "lead_time" | "full" | "overlap";

export type Basis = "consent" | "contract" | "legal_duty" | "emergency";

export type BookItem = { 
/**
 * What.
 */
serviceId: number, 
/**
 * Where.
 */
scheduleId: number | null, 
/**
 * ISO day.
 */
day: string | null, 
/**
 * `08:30`.
 */
start: string | null, };

export type BookVisit = { 
/**
 * Who comes.
 */
visitorId: number, 
/**
 * Where it is agreed.
 */
encounterId: number | null, 
/**
 * The package whose price counts.
 */
packageId: number | null, 
/**
 * What, where, when.
 */
items: Array<BookItem>, 
/**
 * Service, time, name and phone were read back and confirmed.
 */
readBack: boolean, 
/**
 * Special needs the department must know; what the record says of conditions and
 * allergies goes there by itself. Left out: those of the booking that is moved.
 */
needs?: string, 
/**
 * Anything else. Left out: that of the booking that is moved.
 */
note?: string, 
/**
 * Why it is booked although it does not suit the person; for who may.
 */
despite?: string, 
/**
 * The same is booked once more within a week, on purpose.
 */
again?: boolean, 
/**
 * What was said it costs, fen; refused where it costs something else by now.
 */
price?: number, };

export type BookedItem = { 
/**
 * What.
 */
serviceId: number, 
/**
 * Where; none is done on the way.
 */
scheduleId: number | null, 
/**
 * `08:30`.
 */
start: string | null, 
/**
 * `08:45`.
 */
end: string | null, 
/**
 * Chinese name.
 */
nameZh: string, 
/**
 * English name.
 */
nameEn: string, 
/**
 * Place in Chinese.
 */
placeZh: string, 
/**
 * Place in English.
 */
placeEn: string, 
/**
 * Fen, alone.
 */
price: number, };

export type BookingDay = { 
/**
 * Which day.
 */
day: string, 
/**
 * Today at the desk.
 */
today: string, 
/**
 * In the order of their times, ended ones too.
 */
rows: Array<BookingLine>, };

export type BookingLine = { 
/**
 * Id.
 */
id: number, 
/**
 * Its voucher.
 */
voucherId: number, 
/**
 * 13 digits.
 */
voucherNo: string, 
/**
 * Who.
 */
visitorId: number, 
/**
 * Masked name.
 */
name: string, 
/**
 * Masked phone.
 */
phone: string, 
/**
 * ISO day.
 */
day: string, 
/**
 * First start.
 */
start: string, 
/**
 * Last end.
 */
end: string, 
/**
 * To be there by.
 */
arriveBy: string, 
/**
 * The package or the first service.
 */
titleZh: string, 
/**
 * The same in English.
 */
titleEn: string, 
/**
 * How many services.
 */
services: number, 
/**
 * Whether there is something the department must know.
 */
needs: boolean, 
/**
 * Where it stands.
 */
state: BookingState, 
/**
 * Whether it was neither cancelled nor moved.
 */
stands: boolean, 
/**
 * Why it was cancelled or moved.
 */
reason: string, 
/**
 * Since when.
 */
stateAt: number, 
/**
 * When the person came.
 */
checkedInAt: number | null, 
/**
 * Whether a printer ever took the voucher.
 */
printed: boolean, };

export type BookingList = { 
/**
 * The latest first.
 */
rows: Array<BookingLine>, };

export type BookingState = "booked" | "checked_in" | "completed" | "no_show" | "cancelled" | "rescheduled";

export type BookingToday = { 
/**
 * Which day.
 */
day: string, 
/**
 * Expected in all.
 */
total: number, 
/**
 * Of these here.
 */
arrived: number, 
/**
 * The half hours in which somebody is expected.
 */
halves: Array<HalfView>, };

export type BookingView = { 
/**
 * As in a list.
 */
line: BookingLine, 
/**
 * Name in full.
 */
fullName: string, 
/**
 * Where it was agreed.
 */
encounterId: number | null, 
/**
 * The package it was told and paid as.
 */
packageId: number | null, 
/**
 * What is done, in the order of the day.
 */
items: Array<BookedItem>, 
/**
 * Fen, as told.
 */
price: number, 
/**
 * Special needs, as typed.
 */
needsText: string, 
/**
 * Conditions and allergies on record, by name.
 */
toBeKnown: Array<BothLanguages>, 
/**
 * Why it was booked although it does not suit the person; empty: it does.
 */
despite: string, 
/**
 * Anything else.
 */
note: string, 
/**
 * When it was made.
 */
bookedAt: number, 
/**
 * When it was read back.
 */
readBackAt: number, 
/**
 * The booking that took its place.
 */
movedTo: number | null, 
/**
 * The other visits of what is done in several.
 */
others: Array<OtherVisit>, 
/**
 * Its voucher.
 */
voucher: VoucherView, };

export type BothLanguages = { 
/**
 * Chinese.
 */
zh: string, 
/**
 * English.
 */
en: string, };

export type CancelBooking = { 
/**
 * Which.
 */
id: number, 
/**
 * Why.
 */
reason: string, 
/**
 * What becomes of the other visit of the same, where there is one.
 */
rest?: Rest, };

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

export type CategoryDraft = { 
/**
 * Chinese name.
 */
nameZh: string, 
/**
 * English name.
 */
nameEn: string, 
/**
 * Letter of ticket numbers; tops only.
 */
prefix: string, 
/**
 * Urgency that triage starts from.
 */
urgency: Urgency, 
/**
 * Complexity that triage starts from.
 */
complexity: Complexity, 
/**
 * Code of the preferred service point; may be empty.
 */
pointCode: string, 
/**
 * Whether the matter may stay anonymous.
 */
anonymous: boolean, 
/**
 * Everyday words that point to it.
 */
words: Array<string>, };

export type CategoryTree = { 
/**
 * In the institution's order.
 */
rows: Array<CategoryView>, };

export type CategoryView = { 
/**
 * Id.
 */
id: number, 
/**
 * The top it belongs to.
 */
parentId: number | null, 
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
 * Letter of ticket numbers; tops only.
 */
prefix: string, 
/**
 * Urgency that triage starts from.
 */
urgency: Urgency, 
/**
 * Complexity that triage starts from.
 */
complexity: Complexity, 
/**
 * Code of the preferred service point; may be empty.
 */
pointCode: string, 
/**
 * Whether the matter may stay anonymous.
 */
anonymous: boolean, 
/**
 * Everyday words that point to it.
 */
words: Array<string>, 
/**
 * Whether it is offered.
 */
active: boolean, };

export type ChangeCategory = { 
/**
 * Which.
 */
id: number, 
/**
 * All fields as they should be.
 */
category: CategoryDraft, };

export type ChangePassword = { 
/**
 * The one in force.
 */
current: string, 
/**
 * The new one.
 */
next: string, };

export type ChangePoint = { 
/**
 * Which.
 */
id: number, 
/**
 * All fields as they should be.
 */
point: PointDraft, };

export type Channel = "walk_in" | "phone" | "voicemail" | "website" | "email" | "letter";

export type CheckIn = { 
/**
 * The QR code or the number.
 */
scan: string | null, 
/**
 * The booking.
 */
id: number | null, };

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

export type Chosen = { 
/**
 * The backup; `None` when nothing was chosen.
 */
backup: BackupView | null, };

export type ClearException = { 
/**
 * Whose.
 */
scheduleId: number, 
/**
 * When.
 */
day: string, };

export type ClockOff = { 
/**
 * In which direction it differs from before.
 */
way: ClockWay, 
/**
 * By how many minutes.
 */
minutes: number, };

export type ClockWay = "behind" | "ahead";

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

export type CloseRequest = { 
/**
 * Which request.
 */
id: number, 
/**
 * What came of it.
 */
outcome: RequestOutcome, 
/**
 * What the person is told.
 */
answer: string, };

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
 * What the guardian who gave it is to the person; empty: they gave it themselves.
 */
guardian: string, 
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

export type ConsiderProposals = { 
/**
 * The proposals.
 */
proposalIds: Array<number>, };

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

export type CopiedForPerson = { 
/**
 * The readable one.
 */
pdf: string, 
/**
 * The one for programs.
 */
json: string, 
/**
 * Characters the print has no font for; empty: none.
 */
missing: string, 
/**
 * The journal's entry about it.
 */
seq: number, };

export type CopyForPerson = { 
/**
 * Which request.
 */
id: number, 
/**
 * Language of the sheet.
 */
language: PaperLanguage, };

export type CorrectVisitor = { 
/**
 * Whose record.
 */
id: number, 
/**
 * All fields as they should be.
 */
visitor: VisitorDraft, 
/**
 * Fields that were asked back (`ask_again`) and are meant as they are.
 */
sure: Array<string>, };

export type CorrectWhom = { 
/**
 * The encounter.
 */
id: number, 
/**
 * Who it is.
 */
visitorId: number, 
/**
 * Why it was said otherwise.
 */
reason: string, };

export type CorrectedVisitor = { 
/**
 * The encounter.
 */
encounter: EncounterView, 
/**
 * Numbers of the vouchers that are void now: book again.
 */
cancelled: Array<string>, 
/**
 * Numbers of the vouchers whose visit is begun or over.
 */
left: Array<string>, };

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

export type DayMarked = { 
/**
 * The institution as it is now.
 */
institution: InstitutionView, 
/**
 * What that moves, each once.
 */
moved: MovedByDay, };

export type DayWindow = { 
/**
 * `08:00`.
 */
from: string, 
/**
 * End of the last slot.
 */
to: string, };

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

export type Destroy = { 
/**
 * The lines as they were shown.
 */
lines: Array<ShownDue>, 
/**
 * Why.
 */
reason: string, };

export type DestroyedKind = { 
/**
 * Which kind.
 */
kind: RetentionKind, 
/**
 * The rule in force then.
 */
days: number, 
/**
 * Older than this day.
 */
cutoff: string, 
/**
 * How many.
 */
count: number, 
/**
 * Day of the oldest.
 */
oldest: string, 
/**
 * Day of the newest.
 */
newest: string, };

export type DestructionFormat = "pdf" | "csv";

export type DestructionList = { 
/**
 * The records.
 */
rows: Array<DestructionView>, };

export type DestructionView = { 
/**
 * Id.
 */
id: number, 
/**
 * Its number.
 */
no: string, 
/**
 * When.
 */
at: number, 
/**
 * Staff number of who did it.
 */
by: string, 
/**
 * Why.
 */
reason: string, 
/**
 * How many in all.
 */
total: number, 
/**
 * What.
 */
kinds: Array<DestroyedKind>, };

export type DisclosureDetail = "masked" | "full";

export type DisclosureFormat = "csv" | "xlsx" | "pdf" | "paper";

export type DisclosureKind = "ledger" | "person_copy" | "disclosure_log" | "incident_report";

export type DisclosureLine = { 
/**
 * Id.
 */
id: number, 
/**
 * When.
 */
at: number, 
/**
 * Staff number of who let it go.
 */
staffNo: string, 
/**
 * What left.
 */
kind: DisclosureKind, 
/**
 * Masked or full.
 */
detail: DisclosureDetail, 
/**
 * In which form.
 */
format: DisclosureFormat, 
/**
 * First day of what left.
 */
from: string | null, 
/**
 * Last day.
 */
to: string | null, 
/**
 * How many rows stood in it.
 */
rows: number, 
/**
 * Whose data, when it is one person's.
 */
visitorId: number | null, 
/**
 * What for.
 */
purpose: Purpose | null, 
/**
 * The purpose in words.
 */
words: string, 
/**
 * Who received it.
 */
receiver: Receiver | null, 
/**
 * Their name.
 */
receiverName: string, 
/**
 * Name of the file.
 */
fileName: string, 
/**
 * The journal's entry.
 */
seq: number, 
/**
 * Whether it never became a file.
 */
lost: boolean, };

export type DisclosurePage = { 
/**
 * At most a hundred.
 */
rows: Array<DisclosureLine>, 
/**
 * Whether there are older ones.
 */
more: boolean, 
/**
 * For how many years rows are kept at least.
 */
keptYears: number, };

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

export type Doubt = "name_without_letters" | "phone_in_a_row" | "phone_length" | "other_age";

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

export type DueKind = { 
/**
 * Which kind.
 */
kind: RetentionKind, 
/**
 * Older than this day.
 */
cutoff: string, 
/**
 * How many would be destroyed.
 */
count: number, 
/**
 * Day of the oldest of them.
 */
oldest: string | null, 
/**
 * Day of the newest of them.
 */
newest: string | null, 
/**
 * Old enough but kept, by reason.
 */
held: Array<HeldBack>, };

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
 * When an escort was asked for.
 */
escortAskedAt: number | null, 
/**
 * When somebody had gone along.
 */
escortDoneAt: number | null, 
/**
 * Questions and answers.
 */
consultations: Array<ConsultationView>, 
/**
 * Promises.
 */
promises: Array<PromiseView>, };

export type ErasurePlan = { 
/**
 * What is still open; while anything is, the record can only be restricted.
 */
open: Array<OpenMatter>, 
/**
 * What goes.
 */
gone: Array<GonePart>, 
/**
 * What stays, none of it with a name.
 */
kept: Array<KeptAfter>, };

export type EventKind = "lecture" | "activity";

export type EventLine = { 
/**
 * Id.
 */
id: number, 
/**
 * Kind.
 */
kind: EventKind, 
/**
 * Chinese title.
 */
titleZh: string, 
/**
 * English title; may be empty.
 */
titleEn: string, 
/**
 * Who gives it; may be empty.
 */
speaker: string, 
/**
 * Day.
 */
day: string, 
/**
 * `14:00`.
 */
starts: string, 
/**
 * `15:30`.
 */
ends: string, 
/**
 * Where, in Chinese.
 */
placeZh: string, 
/**
 * Where, in English; may be empty.
 */
placeEn: string, 
/**
 * How many may come.
 */
seats: number, 
/**
 * Seats that are taken.
 */
taken: number, 
/**
 * Who came.
 */
came: number, 
/**
 * What to bring, for whom it is.
 */
note: string, 
/**
 * Where it stands.
 */
state: EventState, 
/**
 * Why it was called off.
 */
reason: string, 
/**
 * Whether it is over.
 */
over: boolean, 
/**
 * Whether it can be changed, and seats be taken and given back.
 */
open: boolean, 
/**
 * Whether people can be marked as come.
 */
marking: boolean, 
/**
 * Whether every seat is taken.
 */
full: boolean, };

export type EventList = { 
/**
 * In time.
 */
rows: Array<EventLine>, };

export type EventState = "planned" | "called_off";

export type EventView = { 
/**
 * The event.
 */
event: EventLine, 
/**
 * Who has a seat, in the order in which they signed up.
 */
guests: Array<GuestView>, };

export type ExceptSchedule = { 
/**
 * Whose.
 */
scheduleId: number, 
/**
 * When.
 */
day: string, 
/**
 * How.
 */
kind: ExceptionKind, 
/**
 * Its hours; empty keeps those of the week.
 */
windows: Array<DayWindow>, 
/**
 * People at the same time; none keeps the usual.
 */
capacity: number | null, 
/**
 * Why.
 */
reason: string, };

export type ExceptionKind = "closed" | "changed";

export type ExceptionView = { 
/**
 * Whose.
 */
scheduleId: number, 
/**
 * When.
 */
day: string, 
/**
 * How.
 */
kind: ExceptionKind, 
/**
 * Its hours; empty keeps those of the week.
 */
windows: Array<DayWindow>, 
/**
 * People at the same time; none keeps the usual.
 */
capacity: number | null, 
/**
 * Why.
 */
reason: string, };

export type ExportDestruction = { 
/**
 * Which record.
 */
id: number, 
/**
 * Kind of file.
 */
format: DestructionFormat, 
/**
 * Language of the sheet.
 */
language: PaperLanguage, };

export type ExportDisclosures = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day, included.
 */
to: string, 
/**
 * Only this kind; null: all.
 */
kind: DisclosureKind | null, 
/**
 * Language of heads and codes.
 */
language: PaperLanguage, };

export type ExportedDestruction = { 
/**
 * Full path.
 */
path: string, };

export type ExportedDisclosures = { 
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
seq: number, };

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

export type Festival = "new_year" | "spring" | "qingming" | "labour" | "dragon_boat" | "mid_autumn" | "national";

export type FindVisitors = { 
/**
 * Name, pinyin, initials, the last 4 to 8 digits of a phone, identity or voucher number
 * or all of it; words narrow.
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
ages: AgesView | null, 
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
seenAt: number, 
/**
 * What may be done with the record; only an open one shows more than its number.
 */
standing: Standing, };

export type FoundVisitors = { 
/**
 * The last seen first.
 */
rows: Array<FoundVisitor>, 
/**
 * Whether there are more: type on to narrow.
 */
more: boolean, 
/**
 * Whether fewer digits were typed than are looked for.
 */
fewDigits: boolean, };

export type FreeDay = { 
/**
 * ISO day.
 */
day: string, 
/**
 * Why there is nothing at all.
 */
shut: Shut | null, 
/**
 * In order.
 */
offers: Array<OfferView>, };

export type FreeSlots = { 
/**
 * Today at the desk.
 */
today: string, 
/**
 * Day by day.
 */
days: Array<FreeDay>, 
/**
 * Everything that was asked for.
 */
services: Array<NamedService>, 
/**
 * Of these: done on the way, without a time of their own.
 */
untimedIds: Array<number>, 
/**
 * Of these: no schedule takes them.
 */
unplacedIds: Array<number>, 
/**
 * Where they are done.
 */
places: Array<PlaceView>, 
/**
 * What does not suit the person, or should be asked before.
 */
misfits: Array<MisfitView>, 
/**
 * Where none of these days has a time: in how many visits it can be done.
 */
reach: ReachView | null, };

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
manner: Manner, 
/**
 * Who gave it, where a guardian did; left out: whoever gave the one that stands.
 */
guardian: GuardianFields | null, };

export type GoOn = { 
/**
 * The reason, for the journal.
 */
reason: string, };

export type GonePart = { 
/**
 * Which.
 */
part: HeldPart, 
/**
 * How many records.
 */
count: number, };

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

export type GuardianFields = { 
/**
 * What they are to the person: 母亲.
 */
relation: string, 
/**
 * A phone at which they are reached.
 */
phone: string, };

export type GuestView = { 
/**
 * Id of the sign-up.
 */
id: number, 
/**
 * Who.
 */
visitorId: number, 
/**
 * Name; empty when the record is restricted or erased.
 */
name: string, 
/**
 * Telephone, masked.
 */
phoneMasked: string, 
/**
 * Where the sign-up stands.
 */
state: SignUpState, 
/**
 * When they signed up, UTC milliseconds.
 */
at: number, };

export type HalfView = { 
/**
 * `10:30`.
 */
from: string, 
/**
 * Places taken.
 */
taken: number, 
/**
 * Places there are, where somebody is expected.
 */
capacity: number, 
/**
 * Who is expected.
 */
rows: Array<BookingLine>, };

export type HandedCode = { 
/**
 * Whose.
 */
staff: StaffView, 
/**
 * Two groups of five symbols.
 */
code: string, 
/**
 * Until when it may be used.
 */
validUntil: number, };

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

export type HeldBack = { 
/**
 * The reason.
 */
why: KeptWhy, 
/**
 * How many.
 */
count: number, };

export type HeldFactView = { 
/**
 * What it says.
 */
field: HeldField, 
/**
 * Its value.
 */
value: string, 
/**
 * The closed set its value is a code of; null: text as it is.
 */
set: string | null, };

export type HeldField = "name" | "phone" | "no_phone" | "phone_2" | "id_kind" | "id_number" | "sex" | "born_on" | "address" | "note" | "registered_at" | "seen_at" | "standing" | "kind" | "term" | "scope" | "version" | "manner" | "withdrawn_at" | "channel" | "on_behalf" | "matter" | "category" | "urgency" | "outcome" | "ended_at" | "rating" | "question" | "analysis" | "answer" | "what" | "due_at" | "kept_at" | "result" | "state" | "relation" | "goal" | "budget" | "days" | "told" | "title" | "price" | "day" | "time" | "needs" | "voucher" | "reason" | "about" | "happened_on" | "reply" | "action" | "staff" | "detail" | "receiver";

export type HeldGroupView = { 
/**
 * Which part.
 */
part: HeldPart, 
/**
 * The records, the oldest first.
 */
items: Array<HeldItemView>, };

export type HeldHealth = "group" | "condition" | "allergy";

export type HeldItemView = { 
/**
 * When it was made.
 */
at: number | null, 
/**
 * Its number; may be empty.
 */
no: string, 
/**
 * What stands in it.
 */
facts: Array<HeldFactView>, };

export type HeldView = { 
/**
 * Part by part.
 */
groups: Array<HeldGroupView>, };

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

export type IncidentFact = { 
/**
 * Its part.
 */
part: IncidentPart, 
/**
 * The journal's action; of what left, its kind and `full` or `masked`.
 */
what: string, 
/**
 * Staff number; empty: nobody was signed in.
 */
staffNo: string, 
/**
 * The day, where it matters.
 */
day: string | null, 
/**
 * How often; of what left, how many rows.
 */
count: number, };

export type IncidentFacts = { 
/**
 * Counted lines, by part.
 */
lines: Array<IncidentFact>, 
/**
 * Number of the first entry.
 */
firstSeq: number, 
/**
 * Number of the last.
 */
lastSeq: number, 
/**
 * How many entries.
 */
entries: number, 
/**
 * How many visitors are concerned.
 */
visitors: number, 
/**
 * How many of them have health information on record.
 */
health: number, };

export type IncidentLine = { 
/**
 * Its number.
 */
id: number, 
/**
 * What it speaks of.
 */
scope: IncidentScope, 
/**
 * When its last version was saved.
 */
at: number, 
/**
 * By whom.
 */
byNo: string, 
/**
 * How many versions there are.
 */
version: number, 
/**
 * How many visitors are concerned.
 */
visitors: number, };

export type IncidentList = { 
/**
 * One line each.
 */
rows: Array<IncidentLine>, };

export type IncidentPart = "looked" | "changed" | "exported" | "many_reveals" | "sign_ins" | "failed_sign_ins" | "alarms" | "answered";

export type IncidentReport = { 
/**
 * Number of the report.
 */
id: number, 
/**
 * What it speaks of.
 */
scope: IncidentScope, 
/**
 * Which version.
 */
version: number, 
/**
 * How many there are.
 */
versions: number, 
/**
 * When it was saved.
 */
at: number, 
/**
 * By whom.
 */
byNo: string, 
/**
 * What people added.
 */
said: IncidentSaid, 
/**
 * What the journal said then.
 */
facts: IncidentFacts, };

export type IncidentSaid = { 
/**
 * Cause.
 */
cause: string, 
/**
 * Possible harm.
 */
harm: string, 
/**
 * What the house did and will do.
 */
remedy: string, 
/**
 * What the persons concerned can do.
 */
measures: string, 
/**
 * Contact.
 */
contact: string, };

export type IncidentScope = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day, included.
 */
to: string, 
/**
 * Staff number of who acted; empty: everybody.
 */
staffNo: string, 
/**
 * Kind of object; empty: all.
 */
object: string, };

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
 * Days that differ, from a month ago on: announced, and set by hand.
 */
specialDays: Array<SpecialDayView>, 
/**
 * Years that are offered and counted already, and whose days off nobody entered and no
 * list is shipped for.
 */
missingYears: Array<number>, };

export type IssueTicket = { 
/**
 * For which encounter.
 */
encounterId: number, 
/**
 * A point somebody chose; none routes by the rules.
 */
pointId: number | null, 
/**
 * The language of the conversation.
 */
language: SpokenLanguage, };

export type IssuedTicket = { 
/**
 * The ticket.
 */
ticket: TicketLine, 
/**
 * Whether somebody sits at its point.
 */
pointOpen: boolean, 
/**
 * Whether its language is spoken there.
 */
languageSpoken: boolean, 
/**
 * The wait to tell; none when too little is known.
 */
told: WaitView | null, };

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
brokenAt: number | null, 
/**
 * How the typed line stands to the journal.
 */
paper: PaperVerdict | null, };

export type KeepPromise = { 
/**
 * The promise.
 */
id: number, 
/**
 * What the person was told.
 */
result: string, };

export type KeptAfter = "journal" | "counts" | "consents" | "requests" | "disclosures" | "backups";

export type KeptDraft = { 
/**
 * What was typed; none when nothing is kept, and in the answer to a save.
 */
body: string | null, 
/**
 * When it was kept.
 */
savedAt: number | null, };

export type KeptWhy = "open_encounter" | "live_ticket" | "open_promise" | "open_booking" | "open_feedback" | "legal_hold" | "open_request" | "part_kept";

export type LastRestore = { 
/**
 * Code of why nothing was restored; `None` when it was.
 */
refused: string | null, 
/**
 * When the backup was made, UTC ms.
 */
at: number, 
/**
 * Number of its last journal entry.
 */
journal: number, 
/**
 * Visitors in it.
 */
visitors: number, 
/**
 * Bookings in it.
 */
bookings: number, 
/**
 * Name of the folder that holds the old set; `None` when there was none.
 */
aside: string | null, };

export type LeaveQueue = { 
/**
 * Which ticket.
 */
id: number, 
/**
 * A word on why; may be empty.
 */
reason: string, };

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
price: number, 
/**
 * What may be done with the person's record.
 */
standing: Standing, };

export type LedgerChange = "visitor" | "name" | "phone" | "matter" | "class" | "urgency" | "complexity" | "answer" | "outcome" | "ticket" | "booking" | "promise" | "feedback";

export type LedgerChapter = { 
/**
 * What it is.
 */
code: ListTitle, 
/**
 * Rows in all.
 */
count: number, 
/**
 * Its columns.
 */
columns: Array<LedgerColumn>, 
/**
 * Its cells, row by row.
 */
rows: Array<Array<LedgerName>>, };

export type LedgerColumn = { 
/**
 * What it holds.
 */
code: ListColumn, 
/**
 * Its share of the width.
 */
share: number, };

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
 * Visits.
 */
visits: number, 
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
 * The matter as told, short.
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
endedAt: number | null, 
/**
 * What may be done with the person's record.
 */
standing: Standing, };

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
rating: number | null, 
/**
 * What may be done with the person's record.
 */
standing: Standing, };

export type LedgerFormat = "csv" | "xlsx" | "pdf";

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
state: PromiseState, 
/**
 * What may be done with the person's record.
 */
standing: Standing, };

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
 * Visits of the days per state: who came, who did not.
 */
visits: Array<[BookingState, number]>, 
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
 * Where the journal stands: day, number, seal, entries of the day.
 */
journalLine: string, 
/**
 * The last day, once it is over: everything stands as it stood then, and what changed
 * later stands in a chapter of its own; null: it is not over.
 */
closed: string | null, 
/**
 * Rows in all, per table.
 */
counts: LedgerCounts, 
/**
 * Encounters, the newest first.
 */
encounters: Array<LedgerEncounter>, 
/**
 * Bookings by when they were made, the newest first.
 */
bookings: Array<LedgerBooking>, 
/**
 * Bookings by the day of the appointment, the latest first: who came, who did not.
 */
visits: Array<LedgerBooking>, 
/**
 * Feedback, the newest first.
 */
feedback: Array<LedgerFeedback>, 
/**
 * Promises, the newest first.
 */
promises: Array<LedgerPromise>, 
/**
 * What subjects add themselves and what changed later, the newest first; those with
 * nothing to say are left out.
 */
chapters: Array<LedgerChapter>, 
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

export type ListDisclosures = { 
/**
 * First day it left on.
 */
from: string, 
/**
 * Last day, included.
 */
to: string, 
/**
 * Only this kind; null: all.
 */
kind: DisclosureKind | null, 
/**
 * Rows before this id; null: the newest.
 */
before: number | null, };

export type ListEvents = { 
/**
 * First day; a year from there is listed.
 */
from: string, };

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
 * What was done; left out: everything.
 */
action?: JournalAction, 
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
 * How it differs; none takes the mark away, and what was announced holds again.
 */
kind: DayKind | null, 
/**
 * Its name.
 */
name: string, 
/**
 * The weekday whose hours a make-up day has, 1 is Monday; none: its own, or the first
 * that has any.
 */
hoursOf?: number, };

export type MarkSignUp = { 
/**
 * Which sign-up.
 */
id: number, 
/**
 * `came`, or `signed_up` to take it back.
 */
state: SignUpState, };

export type MinorsReport = { 
/**
 * The year.
 */
year: number, 
/**
 * Visitors under fourteen on its last day.
 */
visitors: number, 
/**
 * Of them, with a guardian's consent that stands.
 */
guarded: number, 
/**
 * Requests about them in the year.
 */
requests: number, };

export type MisfitView = { 
/**
 * Its name.
 */
name: BothLanguages, 
/**
 * Whether it is known; otherwise it should be asked before.
 */
known: boolean, 
/**
 * Why.
 */
why: Array<WhyNotView>, };

export type MoveSpot = "before" | "behind";

export type MoveTicket = { 
/**
 * Which ticket.
 */
id: number, 
/**
 * Next to which other ticket.
 */
beside: number, 
/**
 * On which side of it.
 */
spot: MoveSpot, 
/**
 * Why.
 */
reason: string, };

export type MovedBooking = { 
/**
 * Its id.
 */
id: number, 
/**
 * Number of its voucher.
 */
voucherNo: string, 
/**
 * When it begins.
 */
start: string, };

export type MovedByDay = { 
/**
 * Bookings of people to be called: the day does not hold them.
 */
bookings: Array<MovedBooking>, 
/**
 * Promises that are due while nobody is there.
 */
promises: Array<MovedPromise>, 
/**
 * Limits of feedback that are other ones now.
 */
feedback: Array<MovedLimit>, 
/**
 * Last days of personal requests that are other ones now.
 */
requests: Array<MovedLimit>, };

export type MovedLimit = { 
/**
 * Number of what it is the limit of.
 */
no: string, 
/**
 * The last day before.
 */
from: string, 
/**
 * The last day now.
 */
to: string, };

export type MovedPromise = { 
/**
 * Its id.
 */
id: number, 
/**
 * The encounter it was made in.
 */
encounterId: number, 
/**
 * Number of that.
 */
encounterNo: string, 
/**
 * By when, UTC milliseconds.
 */
dueAt: number, };

export type MovedTicket = { 
/**
 * Staff number of who moved it.
 */
by: string, 
/**
 * When.
 */
at: number, 
/**
 * Why; only for those who may move.
 */
reason: string | null, };

export type NamedService = { 
/**
 * Id.
 */
id: number, 
/**
 * Chinese name.
 */
nameZh: string, 
/**
 * English name.
 */
nameEn: string, 
/**
 * Price in force, fen.
 */
price: number, 
/**
 * Hours it is booked ahead at least.
 */
leadHours: number, 
/**
 * Whether the person comes fasting.
 */
fasting: boolean, };

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

export type NoPhone = "none" | "declined" | "forgotten" | "other";

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

export type NoticeVersion = { 
/**
 * `v1`, `v2`, …
 */
version: string, 
/**
 * Chinese text.
 */
textZh: string, 
/**
 * English text.
 */
textEn: string, 
/**
 * Since when.
 */
since: number, 
/**
 * How many consents were given to it.
 */
given: number, 
/**
 * How many of them stand.
 */
standing: number, };

export type NoticeVersions = { 
/**
 * The first is in force.
 */
rows: Array<NoticeVersion>, };

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

export type OfferView = { 
/**
 * `08:30`.
 */
start: string, 
/**
 * End of the last stop.
 */
end: string, 
/**
 * How many more people it takes.
 */
left: number, 
/**
 * How many in all.
 */
capacity: number, 
/**
 * Why it cannot be chosen.
 */
bar: Bar | null, 
/**
 * The stops in order.
 */
stops: Array<StopView>, };

export type OfferedTime = { 
/**
 * Which it is.
 */
time: PromiseTime, 
/**
 * The moment, UTC milliseconds.
 */
dueAt: number, };

export type OneId = { 
/**
 * The id.
 */
id: number, };

export type OneTime = { 
/**
 * Member of staff.
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
 * The code.
 */
code: string, };

export type OpenMatter = { 
/**
 * What.
 */
why: KeptWhy, 
/**
 * How many.
 */
count: number, };

export type OpenVisitor = { 
/**
 * Whose.
 */
id: number, 
/**
 * For what.
 */
purpose: OpenedFor, 
/**
 * The id of what it is opened for; none when nothing was begun yet.
 */
number: number | null, };

export type OpenedFor = "encounter" | "booking" | "feedback" | "request" | "here";

export type OtherVisit = { 
/**
 * The booking.
 */
id: number, 
/**
 * Its voucher, 13 digits.
 */
voucherNo: string, 
/**
 * ISO day.
 */
day: string, 
/**
 * `08:30`.
 */
start: string, 
/**
 * Where it stands.
 */
state: BookingState, 
/**
 * Whether it was neither cancelled nor moved.
 */
stands: boolean, };

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

export type PaperLanguage = "zh" | "en";

export type PaperOutcome = "matches" | "differs" | "newer";

export type PaperVerdict = { 
/**
 * The entry the line is about.
 */
seq: number, 
/**
 * What was found.
 */
outcome: PaperOutcome, 
/**
 * Entries that are missing when the paper is newer.
 */
missing: number, };

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

export type Phase = "empty" | "confirming" | "locked" | "open" | "alarm" | "damaged";

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

export type PlaceView = { 
/**
 * Schedule.
 */
id: number, 
/**
 * Chinese name.
 */
nameZh: string, 
/**
 * English name.
 */
nameEn: string, 
/**
 * Where it is, in Chinese.
 */
placeZh: string, 
/**
 * Where it is, in English.
 */
placeEn: string, };

export type PointAudience = "everyone" | "special_groups";

export type PointDraft = { 
/**
 * Chinese name.
 */
nameZh: string, 
/**
 * English name.
 */
nameEn: string, 
/**
 * Where it is, in Chinese.
 */
placeZh: string, 
/**
 * Where it is, in English.
 */
placeEn: string, 
/**
 * Whom it is for.
 */
audience: PointAudience, 
/**
 * Languages spoken there.
 */
languages: Array<SpokenLanguage>, 
/**
 * What it can do; a top stands for all of its leaves.
 */
categories: Array<number>, };

export type PointList = { 
/**
 * In the institution's order, retired ones included.
 */
rows: Array<PointView>, 
/**
 * Where the person signed in sits now.
 */
mine: number | null, };

export type PointView = { 
/**
 * Id.
 */
id: number, 
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
 * Where it is, in Chinese.
 */
placeZh: string, 
/**
 * Where it is, in English.
 */
placeEn: string, 
/**
 * Whom it is for.
 */
audience: PointAudience, 
/**
 * Languages spoken there.
 */
languages: Array<SpokenLanguage>, 
/**
 * What it can do.
 */
categories: Array<number>, 
/**
 * Whether it exists any longer.
 */
active: boolean, 
/**
 * Whether somebody sits there.
 */
open: boolean, 
/**
 * Staff numbers of who sits there.
 */
staff: Array<string>, };

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

export type PrintAnswer = { 
/**
 * Which request.
 */
id: number, 
/**
 * To the printer or into a file.
 */
way: AnswerWay, 
/**
 * Which printer; the system's own when null.
 */
printer: string | null, 
/**
 * Language of the sheet.
 */
language: PaperLanguage, };

export type PrintCode = { 
/**
 * Whose.
 */
id: number, 
/**
 * The code as it was answered.
 */
code: string, };

export type PrintEvent = { 
/**
 * Which event.
 */
id: number, 
/**
 * In which language.
 */
language: PaperLanguage, };

export type PrintIncident = { 
/**
 * Which report.
 */
id: number, 
/**
 * Which version.
 */
version: number, 
/**
 * In which language.
 */
language: PaperLanguage, };

export type PrintNotice = { 
/**
 * Which.
 */
version: string, 
/**
 * In which language.
 */
language: PaperLanguage, };

export type PrintState = "asked" | "done" | "refused";

export type PrintTicket = { 
/**
 * Which ticket.
 */
id: number, 
/**
 * In which language.
 */
language: PaperLanguage, };

export type PrintView = { 
/**
 * As marked on the paper.
 */
n: number, 
/**
 * On what.
 */
paper: VoucherPaper, 
/**
 * How.
 */
way: PrintWay, 
/**
 * What became of it.
 */
state: PrintState, 
/**
 * When.
 */
at: number, 
/**
 * Staff number.
 */
by: string, };

export type PrintVoucher = { 
/**
 * Which.
 */
id: number, 
/**
 * On what.
 */
paper: VoucherPaper, 
/**
 * In which language.
 */
language: PaperLanguage, 
/**
 * The printer; none is the system's default.
 */
printer: string | null, };

export type PrintWay = "printer" | "file";

export type PrintedAnswer = { 
/**
 * The print job or the full path.
 */
place: string, 
/**
 * Characters the print has no font for; empty: none.
 */
missing: string, };

export type PrintedEvent = { 
/**
 * Name of the print job.
 */
job: string, 
/**
 * Characters the print has no font for; empty: none.
 */
missing: string, };

export type PrintedIncident = { 
/**
 * Full path.
 */
path: string, 
/**
 * The journal's entry about it.
 */
seq: number, 
/**
 * Characters that could not be drawn.
 */
missing: string, };

export type PrintedNotice = { 
/**
 * Name of the print job.
 */
job: string, 
/**
 * Characters that could not be drawn.
 */
missing: string, };

export type PrintedTicket = { 
/**
 * Name of the print job.
 */
job: string, 
/**
 * Characters that could not be drawn.
 */
missing: string, };

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

export type PromiseTime = "half_hour" | "today" | "morning" | "afternoon" | "third_day";

export type PromiseTimes = { 
/**
 * In their order.
 */
rows: Array<OfferedTime>, };

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

export type ProposalPoint = { 
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

export type ProposalReach = { 
/**
 * Which.
 */
proposalId: number, 
/**
 * In how many visits, and when first.
 */
reach: ReachView, };

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
points: Array<ProposalPoint>, 
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

export type PublishNotice = { 
/**
 * Chinese.
 */
textZh: string, 
/**
 * English.
 */
textEn: string, };

export type Purpose = "complaint" | "statistics" | "inspection" | "handover" | "person_request" | "other";

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

export type ReachList = { 
/**
 * In the order of the proposals.
 */
rows: Array<ProposalReach>, };

export type ReachView = { 
/**
 * In how many.
 */
how: Reached, 
/**
 * The visits in the order of their days.
 */
parts: Array<VisitPart>, 
/**
 * What has no time, where it cannot be booked.
 */
missing: Array<BothLanguages>, 
/**
 * How many days ahead anything is booked.
 */
days: number, };

export type Reached = "once" | "twice" | "never" | "unbooked";

export type ReadBorn = { 
/**
 * ISO day, month or year, or first and last day with a stroke between.
 */
bornOn: string, 
/**
 * The ages today.
 */
ages: AgesView | null, };

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

export type Receiver = "own_use" | "superior" | "department" | "person" | "other";

export type RecordRequest = { 
/**
 * Whose data.
 */
visitorId: number, 
/**
 * What they wish.
 */
wish: RequestWish, 
/**
 * What they said; may be empty.
 */
words: string, 
/**
 * How we know that it is them.
 */
verified: RequestVerified, 
/**
 * Which document, which guardian.
 */
verifiedNote: string, };

export type Recover = { 
/**
 * The code as typed from the paper.
 */
code: string, 
/**
 * Staff number of an active administrator.
 */
no: string, 
/**
 * The new password.
 */
password: string, };

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
healthConsent: Manner | null, 
/**
 * Who consented, where a guardian did.
 */
guardian: GuardianFields | null, 
/**
 * On what the record rests; left out: the consent, which is needed then.
 */
basis: Basis | null, 
/**
 * Why it rests on something else.
 */
basisReason: string, 
/**
 * Fields that were asked back (`ask_again`) and are meant as they are.
 */
sure: Array<string>, };

export type RenewCodes = { 
/**
 * The password in force.
 */
password: string, };

export type RequestLine = { 
/**
 * Id.
 */
id: number, 
/**
 * Its number.
 */
no: string, 
/**
 * Whose data; null: their record was destroyed since.
 */
visitorId: number | null, 
/**
 * What may be done with their record.
 */
standing: Standing | null, 
/**
 * Masked name; empty unless the record is open.
 */
name: string, 
/**
 * What they wish.
 */
wish: RequestWish, 
/**
 * When it came in.
 */
receivedAt: number, 
/**
 * Staff number of who took it down.
 */
receivedBy: string, 
/**
 * The last day for the answer.
 */
dueOn: string, 
/**
 * Calendar days until then; negative: past.
 */
daysLeft: number, 
/**
 * Open and past its day.
 */
late: boolean, 
/**
 * What came of it; null: open.
 */
outcome: RequestOutcome | null, 
/**
 * When it was answered.
 */
closedAt: number | null, };

export type RequestList = { 
/**
 * The rows.
 */
rows: Array<RequestLine>, 
/**
 * How many are open.
 */
open: number, 
/**
 * How many of them are late.
 */
late: number, 
/**
 * Working days for an answer.
 */
workingDays: number, };

export type RequestOutcome = "done" | "partly" | "refused";

export type RequestStepKind = "recorded" | "seen" | "copied" | "corrected" | "erased" | "restricted" | "lifted" | "withdrawn" | "closed" | "printed";

export type RequestStepView = { 
/**
 * What.
 */
step: RequestStepKind, 
/**
 * When.
 */
at: number, 
/**
 * Staff number.
 */
by: string, 
/**
 * Codes and counts.
 */
detail: string, };

export type RequestVerified = "document" | "known" | "guardian" | "called_back" | "authority";

export type RequestView = { 
/**
 * Its line.
 */
line: RequestLine, 
/**
 * What the person said.
 */
words: string, 
/**
 * How we know that it is them.
 */
verified: RequestVerified, 
/**
 * Which document, which guardian.
 */
verifiedNote: string, 
/**
 * What the person was told.
 */
answer: string, 
/**
 * Whether the consent to personal data stands.
 */
personal: boolean, 
/**
 * Whether the consent to health information stands.
 */
health: boolean, 
/**
 * The restriction in force.
 */
hold: RestrictionHold | null, 
/**
 * Why it is in force.
 */
holdReason: string, 
/**
 * Everything that was done, in order.
 */
steps: Array<RequestStepView>, };

export type RequestWish = "see" | "copy" | "correct" | "delete" | "restrict" | "withdraw" | "explain";

export type RequestsWaiting = { 
/**
 * Open.
 */
open: number, 
/**
 * Late.
 */
late: number, };

export type RescheduleBooking = { 
/**
 * Which.
 */
id: number, 
/**
 * Why.
 */
reason: string, 
/**
 * The booking that takes its place.
 */
booking: BookVisit, };

export type Rest = "cancelled" | "kept";

export type Restore = { 
/**
 * Name of the file.
 */
name: string, 
/**
 * Where it lies.
 */
place: BackupPlace, 
/**
 * Why, for the journal.
 */
reason: string, 
/**
 * Staff number of an administrator: of the desk that is here, while its keys can be
 * read and nobody is signed in; otherwise of the time of the backup.
 */
no?: string, 
/**
 * Their password.
 */
password?: string, 
/**
 * Or a recovery code.
 */
code?: string, 
/**
 * What opens the backup, where the desk's own keys do not.
 */
backup?: BackupSecret, 
/**
 * That the backup takes the place of a desk whose keys are lost, on the word of an
 * administrator of that time and without a printed code.
 */
takesPlace?: boolean, };

export type RestoreDone = { 
/**
 * Number of the last journal entry of the backup.
 */
journal: number, 
/**
 * Name of the folder that holds the old set; `None` when there was none.
 */
aside: string | null, 
/**
 * Where the program stands now.
 */
state: SessionState, };

export type RestoredOver = "nothing" | "own" | "other" | "lost" | "unproven";

export type RestoredSince = { 
/**
 * Number of the journal's entry about it.
 */
seq: number, 
/**
 * When it was restored, UTC ms.
 */
at: number, 
/**
 * Staff number of who did; empty: nobody was signed in.
 */
byNo: string, 
/**
 * The reason given.
 */
reason: string, 
/**
 * What it took the place of.
 */
over: RestoredOver, };

export type RestrictPerson = { 
/**
 * Which request.
 */
id: number, 
/**
 * What it holds.
 */
hold: RestrictionHold, 
/**
 * Why.
 */
reason: string, };

export type RestrictionHold = "storage" | "legal";

export type RetentionKind = "drafts" | "operations" | "feedback" | "bookings" | "proposals" | "tickets" | "encounters" | "requests" | "visitors" | "journal";

export type RetentionPreview = { 
/**
 * A line a kind.
 */
rows: Array<DueKind>, };

export type RetentionRule = { 
/**
 * Which kind.
 */
kind: RetentionKind, 
/**
 * Days.
 */
days: number, 
/**
 * Days as delivered.
 */
usual: number, 
/**
 * Fewer are refused.
 */
least: number, 
/**
 * What it rests on.
 */
source: RetentionSource, 
/**
 * Older than this day is old enough today.
 */
cutoff: string, 
/**
 * Whether the job destroys records of this kind; the journal's are never.
 */
destroyed: boolean, 
/**
 * When it was changed; null: as delivered.
 */
changedAt: number | null, 
/**
 * Staff number of who changed it.
 */
changedBy: string, 
/**
 * Why it was changed.
 */
reason: string, };

export type RetentionRules = { 
/**
 * In the order in which kinds are destroyed; the journal last.
 */
rows: Array<RetentionRule>, 
/**
 * The most days a rule may have.
 */
longest: number, };

export type RetentionSource = "pipl_19" | "civil_188" | "cyber_23" | "house";

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

export type RevealFeedback = { 
/**
 * Of which feedback.
 */
id: number, 
/**
 * Why.
 */
reason: RevealReason, 
/**
 * Why in words; needed for any other reason.
 */
words: string, };

export type RevealReason = "verify_identity" | "call_back" | "correct_record" | "emergency" | "other";

export type RevealVisitor = { 
/**
 * Whose.
 */
id: number, 
/**
 * Which.
 */
what: Hidden, 
/**
 * Why.
 */
reason: RevealReason, 
/**
 * Why in words; needed for any other reason.
 */
words: string, };

export type Revealed = { 
/**
 * The value.
 */
value: string, };

export type Right = "receive" | "serve" | "reveal" | "move_ticket" | "book_unsuited" | "handle_feedback" | "ledger" | "ledger_full" | "journal" | "edit_content" | "handle_requests" | "administer";

export type Role = "receptionist" | "specialist" | "supervisor" | "administrator";

export type Rotate = { 
/**
 * The administrator's own password again.
 */
password: string, 
/**
 * Who leaves with cause, if somebody does.
 */
leaving?: number, 
/**
 * Why, for the journal.
 */
reason: string, };

export type Rotated = { 
/**
 * New recovery codes, to be typed back.
 */
codes: NewCodes, 
/**
 * A one-time code for every other active member of staff.
 */
oneTime: Array<OneTime>, 
/**
 * Until when the one-time codes may be used, UTC ms.
 */
validUntil: number, };

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

export type RunningStep = { 
/**
 * The step; `None` when nothing runs.
 */
stage: BackupStage | null, 
/**
 * In percent.
 */
percent: number, };

export type SaveAssessment = { 
/**
 * The encounter.
 */
encounterId: number, 
/**
 * What was told.
 */
needs: NeedsFields, };

export type SaveEvent = { 
/**
 * Which; none adds one.
 */
id: number | null, 
/**
 * Kind.
 */
kind: EventKind, 
/**
 * Chinese title.
 */
titleZh: string, 
/**
 * English title; may be empty.
 */
titleEn: string, 
/**
 * Who gives it; may be empty.
 */
speaker: string, 
/**
 * Day.
 */
day: string, 
/**
 * `14:00`.
 */
starts: string, 
/**
 * `15:30`.
 */
ends: string, 
/**
 * Where, in Chinese.
 */
placeZh: string, 
/**
 * Where, in English; may be empty.
 */
placeEn: string, 
/**
 * How many may come.
 */
seats: number, 
/**
 * What to bring, for whom it is.
 */
note: string, };

export type SaveIncident = { 
/**
 * Which; null: a new one.
 */
id: number | null, 
/**
 * What a new one speaks of; one that is there keeps its own.
 */
scope: IncidentScope, 
/**
 * What people add.
 */
said: IncidentSaid, };

export type SavePackage = { 
/**
 * Which; left out: a new one.
 */
id: number | null, 
/**
 * Everything said about it.
 */
sheet: PackageFields, };

export type SaveSchedule = { 
/**
 * Which; none adds one.
 */
id: number | null, 
/**
 * Code; set once.
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
 * Code of its department.
 */
department: string, 
/**
 * Where it is, in Chinese.
 */
placeZh: string, 
/**
 * Where it is, in English.
 */
placeEn: string, 
/**
 * Length of a slot.
 */
slotMinutes: number, 
/**
 * People at the same time.
 */
capacity: number, 
/**
 * Whether it goes with the person, as a companion does.
 */
alongside: boolean, 
/**
 * Whether it takes bookings.
 */
active: boolean, 
/**
 * Its week.
 */
windows: Array<WeekWindow>, 
/**
 * What is done there.
 */
serviceIds: Array<number>, };

export type SaveService = { 
/**
 * Which; left out: a new one.
 */
id: number | null, 
/**
 * Everything said about it.
 */
sheet: ServiceFields, };

export type SaveVoucher = { 
/**
 * Which.
 */
id: number, 
/**
 * On what.
 */
paper: VoucherPaper, 
/**
 * In which language.
 */
language: PaperLanguage, };

export type Say = "cheapest" | "least_time" | "best_package" | "fullest" | "covers_all" | "saves" | "no_fasting" | "by" | "nothing_suitable" | "beyond_limits" | "not_included" | "declined" | "unknown" | "not_offered" | "fasting" | "long" | "next_day" | "ahead" | "caution" | "repeated" | "extra";

export type SayWhy = { 
/**
 * In words; the journal keeps them.
 */
reason: string, };

export type ScanVoucher = { 
/**
 * The QR code or the number.
 */
scan: string, };

export type ScheduleList = { 
/**
 * In the institution's order.
 */
rows: Array<ScheduleView>, 
/**
 * Days from today on that differ.
 */
exceptions: Array<ExceptionView>, };

export type ScheduleView = { 
/**
 * Id.
 */
id: number, 
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
 * Code of its department.
 */
department: string, 
/**
 * Where it is, in Chinese.
 */
placeZh: string, 
/**
 * Where it is, in English.
 */
placeEn: string, 
/**
 * Length of a slot.
 */
slotMinutes: number, 
/**
 * People at the same time.
 */
capacity: number, 
/**
 * Whether it goes with the person, as a companion does.
 */
alongside: boolean, 
/**
 * Whether it takes bookings.
 */
active: boolean, 
/**
 * Its week, in order.
 */
windows: Array<WeekWindow>, 
/**
 * What is done there.
 */
services: Array<NamedService>, };

export type Scope = "personal" | "health";

export type SecondPlace = { 
/**
 * The folder.
 */
path: string, 
/**
 * Whether it is there now.
 */
reachable: boolean, 
/**
 * When a copy was last read again there, UTC ms.
 */
copiedAt: number | null, };

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
 * Who was, when the desk was locked: only their password is asked for.
 */
lockedFor: SignedIn | null, 
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
journal: number | null, 
/**
 * Set while the computer's clock is not where it was, so that dates may be wrong.
 */
clock: ClockOff | null, 
/**
 * Set while committed operations are missing from the store.
 */
alarm: AlarmView | null, 
/**
 * How the backups stand; while somebody is signed in.
 */
backup: BackupStanding | null, 
/**
 * How the last restore ended, until somebody signs in.
 */
lastRestore: LastRestore | null, 
/**
 * That the desk came from a backup since this person was last here.
 */
restored: RestoredSince | null, 
/**
 * The disk is full, so that things can be looked up only.
 */
spaceShort: boolean, };

export type SetBasis = { 
/**
 * Whose record.
 */
id: number, 
/**
 * On what it rests.
 */
basis: Basis, 
/**
 * Why; needed for anything but the consent.
 */
reason: string, };

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

export type SetRetention = { 
/**
 * Which kind.
 */
kind: RetentionKind, 
/**
 * Days.
 */
days: number, 
/**
 * Why.
 */
reason: string, };

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

export type ShownDue = { 
/**
 * Which kind.
 */
kind: RetentionKind, 
/**
 * Its day.
 */
cutoff: string, 
/**
 * How many were shown.
 */
count: number, };

export type Shut = "house" | "exception" | "no_hours" | "inactive";

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

export type SignUpFor = { 
/**
 * Which event.
 */
id: number, 
/**
 * Who.
 */
visitorId: number, };

export type SignUpState = "signed_up" | "came" | "withdrawn";

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

export type SpeakWith = { 
/**
 * The ticket.
 */
id: number, 
/**
 * The language.
 */
language: SpokenLanguage, };

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
 * Its name as typed; empty where it was announced.
 */
name: string, 
/**
 * The weekday whose hours it has, 1 is Monday; none: it is closed.
 */
hoursOf: number | null, 
/**
 * What it is announced for; none: it was set by hand.
 */
festival: Festival | null, 
/**
 * Number of the document that announces it.
 */
document: string | null, 
/**
 * Staff number of who set it.
 */
byNo: string | null, };

export type SpokenLanguage = "zh" | "yue" | "en" | "sign" | "ug" | "bo" | "ja" | "ko" | "ru";

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
 * Until when their one-time code may be used; null: they have none.
 */
codeUntil: number | null, 
/**
 * Last sign-in.
 */
lastSeen: number | null, };

export type Standing = "open" | "restricted" | "erased";

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

export type StopView = { 
/**
 * Where.
 */
scheduleId: number, 
/**
 * What is done there.
 */
serviceIds: Array<number>, 
/**
 * `08:30`.
 */
start: string, 
/**
 * `08:45`.
 */
end: string, };

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

export type SuggestCategory = { 
/**
 * What was typed.
 */
text: string, };

export type SuggestedCategories = { 
/**
 * The best first, at most eight.
 */
rows: Array<SuggestedCategory>, };

export type SuggestedCategory = { 
/**
 * The leaf.
 */
id: number, 
/**
 * The word that spoke for it.
 */
because: string, };

export type SuggestedOutcome = { 
/**
 * The outcome; `None` while nothing was done.
 */
outcome: Outcome | null, };

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
 * A concern that a check-up as a whole answers.
 */
broad: boolean, 
/**
 * Whether it is still offered.
 */
active: boolean, };

export type TicketAlarm = { 
/**
 * Their ticket.
 */
ticket: TicketLine, 
/**
 * Staff number of who took care lately.
 */
takenBy: string | null, 
/**
 * When.
 */
takenAt: number | null, };

export type TicketBoard = { 
/**
 * Waiting, in the order they are to be called.
 */
rows: Array<TicketLine>, 
/**
 * Called or in conversation.
 */
inHand: Array<TicketLine>, 
/**
 * Who waits where nobody comes, of all points, the greatest need first.
 */
alarms: Array<TicketAlarm>, 
/**
 * The point where the person signed in sits.
 */
mine: number | null, 
/**
 * Their last step, while it can be taken back.
 */
undo: UndoableStep | null, 
/**
 * The day in numbers.
 */
today: TicketDay, };

export type TicketDay = { 
/**
 * Issued.
 */
issued: number, 
/**
 * Done.
 */
done: number, 
/**
 * Called in vain.
 */
noShow: number, 
/**
 * Left before their turn.
 */
left: number, 
/**
 * Passed to another point.
 */
transfers: number, 
/**
 * Of these, needlessly.
 */
needless: number, };

export type TicketLine = { 
/**
 * Id.
 */
id: number, 
/**
 * Number as it is called.
 */
no: string, 
/**
 * The encounter.
 */
encounterId: number, 
/**
 * Masked name; none is anonymous.
 */
name: string | null, 
/**
 * Class of the matter.
 */
categoryId: number, 
/**
 * Its Chinese name.
 */
categoryZh: string, 
/**
 * Its English name.
 */
categoryEn: string, 
/**
 * The point.
 */
pointId: number, 
/**
 * Its Chinese name.
 */
pointZh: string, 
/**
 * Its English name.
 */
pointEn: string, 
/**
 * Where it is, in Chinese.
 */
placeZh: string, 
/**
 * Where it is, in English.
 */
placeEn: string, 
/**
 * Whether somebody sits there.
 */
pointOpen: boolean, 
/**
 * The open point that calls it instead, in Chinese.
 */
callsZh: string | null, 
/**
 * The open point that calls it instead, in English.
 */
callsEn: string | null, 
/**
 * The language of the conversation.
 */
language: SpokenLanguage, 
/**
 * Where it is on its way.
 */
state: TicketState, 
/**
 * Need, lifted by special groups.
 */
need: Urgency, 
/**
 * The special group that lifted it, in Chinese.
 */
groupZh: string | null, 
/**
 * The special group that lifted it, in English.
 */
groupEn: string | null, 
/**
 * The handoff note.
 */
note: string, 
/**
 * When it was issued.
 */
issuedAt: number, 
/**
 * Whole minutes since then.
 */
waited: number, 
/**
 * How many stand before it; none when it does not wait.
 */
ahead: number | null, 
/**
 * Why it stands there.
 */
why: TicketWhy | null, 
/**
 * The need it stands with.
 */
level: Urgency | null, 
/**
 * So many minutes earlier it counts as come.
 */
lead: number | null, 
/**
 * From when on no new ticket but an immediate one stands before it; none among these.
 */
settledAt: number | null, 
/**
 * The wait that still lies before it; none when too little is known.
 */
expected: WaitView | null, 
/**
 * Who moved it.
 */
moved: MovedTicket | null, 
/**
 * When it was called last.
 */
calledAt: number | null, 
/**
 * Staff number of who called it.
 */
calledBy: string | null, 
/**
 * Whether the person signed in called it.
 */
mine: boolean, 
/**
 * When the conversation began.
 */
startedAt: number | null, 
/**
 * How often it was passed on.
 */
transfers: number, 
/**
 * How often needlessly.
 */
needless: number, };

export type TicketOf = { 
/**
 * The ticket, if it has one.
 */
ticket: TicketLine | null, };

export type TicketState = "waiting" | "called" | "serving" | "done" | "no_show" | "left";

export type TicketStepKind = "issued" | "called" | "recalled" | "started" | "finished" | "no_show" | "left" | "transferred" | "moved" | "undone" | "lapsed" | "retriaged";

export type TicketStepView = { 
/**
 * What was done.
 */
kind: TicketStepKind, 
/**
 * When.
 */
at: number, 
/**
 * Staff number of who did it.
 */
by: string, 
/**
 * The reason given; hidden where it is the supervisor's.
 */
reason: string | null, 
/**
 * Where the ticket was afterwards.
 */
state: TicketState, 
/**
 * At which point, in Chinese.
 */
pointZh: string, 
/**
 * At which point, in English.
 */
pointEn: string, };

export type TicketWay = { 
/**
 * The ticket.
 */
ticket: TicketLine, 
/**
 * Every step, the first first.
 */
steps: Array<TicketStepView>, };

export type TicketWhy = "moved" | "aged" | "need" | "group" | "arrival";

export type TodayView = { 
/**
 * Tickets that wait.
 */
waiting: number, 
/**
 * Those of them whom no open point can help.
 */
unattended: number, 
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

export type TransferTicket = { 
/**
 * Which ticket.
 */
id: number, 
/**
 * To which point.
 */
pointId: number, 
/**
 * The one handoff note.
 */
note: string, };

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

export type UndoableStep = { 
/**
 * Number of the ticket.
 */
no: string, 
/**
 * What was done.
 */
kind: TicketStepKind, };

export type Urgency = "immediate" | "urgent" | "routine";

export type Verdict = "fits" | "over_limits" | "declined" | "unknown" | "unsuited" | "not_offered";

export type VerifyJournal = { 
/**
 * A line as it stands at the foot of a printed ledger; left out: the chain only.
 */
line?: string, };

export type VisitPart = { 
/**
 * The first ISO day on which it is free.
 */
day: string, 
/**
 * What is done then, and has a time of its own.
 */
serviceIds: Array<number>, 
/**
 * The same by name.
 */
names: Array<BothLanguages>, };

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
 * Why there is none; needed where the phone is empty.
 */
noPhone: NoPhone | null, 
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
 * Birth date as people say it (`1949`, `1949-2`, `65岁`); left out, it is read from a
 * resident number.
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
 * Why there is none.
 */
noPhone: NoPhone | null, 
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
 * Birth date: ISO day, month or year, or first and last day with a stroke between.
 */
bornOn: string | null, 
/**
 * The ages today.
 */
ages: AgesView | null, 
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
 * Whether that consent is to an older notice, so that they are to be asked again.
 */
askAgain: boolean, 
/**
 * On what the record rests.
 */
basis: Basis, 
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
seenAt: number, 
/**
 * What may be done with the record; only an open one shows more than its number.
 */
standing: Standing, };

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

export type VoidCause = "cancelled" | "rescheduled";

export type VoucherOut = { 
/**
 * The spooler's name for it, or the path of the file.
 */
place: string, 
/**
 * Which print it is, as marked on it.
 */
n: number, 
/**
 * Characters no font has; they stand as 〓 on the paper.
 */
missing: Array<string>, };

export type VoucherPages = { 
/**
 * Each an SVG document.
 */
pages: Array<string>, };

export type VoucherPaper = "a4" | "a5" | "roll80";

export type VoucherView = { 
/**
 * Id.
 */
id: number, 
/**
 * For which booking.
 */
bookingId: number, 
/**
 * 13 digits.
 */
no: string, 
/**
 * The same in groups.
 */
number: string, 
/**
 * What the QR code says.
 */
qr: string, 
/**
 * Who comes, in full.
 */
name: string, 
/**
 * Masked phone, as printed.
 */
phone: string, 
/**
 * The package or the first service.
 */
titleZh: string, 
/**
 * The same in English.
 */
titleEn: string, 
/**
 * How many services.
 */
services: number, 
/**
 * ISO day.
 */
day: string, 
/**
 * `08:30`.
 */
starts: string, 
/**
 * Why it is void; none while it counts.
 */
void: VoidCause | null, 
/**
 * Every print, the first first.
 */
prints: Array<PrintView>, };

export type WaitView = { 
/**
 * Half wait no longer.
 */
median: number, 
/**
 * Nine of ten wait no longer.
 */
bound: number, };

export type WayView = { 
/**
 * The budget it takes, fen.
 */
budget: number | null, 
/**
 * The minutes it takes.
 */
minutes: number | null, };

export type WeekWindow = { 
/**
 * 1 is Monday.
 */
weekday: number, 
/**
 * `08:00`.
 */
from: string, 
/**
 * End of the last slot.
 */
to: string, };

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

export type WithdrawScope = { 
/**
 * Which request.
 */
id: number, 
/**
 * Which consent.
 */
scope: Scope, };

/** What a screen shows and a change touches. */
export type Topic = "backups" | "bookings" | "catalogue" | "categories" | "disclosures" | "drafts" | "encounters" | "events" | "feedback" | "guidance" | "incidents" | "institution" | "journal" | "ledger" | "notices" | "points" | "promises" | "proposals" | "requests" | "retention" | "schedules" | "session" | "staff" | "tickets" | "visitors";

/** Every code that subjects have for these. */
export type JournalAction = "papers.stayed" | "operations.repeat" | "backups.make" | "backups.copy" | "backups.choose_second" | "backups.forget_second" | "backups.verify" | "clock.moved" | "clock.accept" | "institution.set" | "institution.mark_day" | "demo.begin" | "demo.day" | "staff.add" | "staff.set_role" | "staff.reactivate" | "staff.change_password" | "staff.print_code" | "session.sign_in" | "session.recover" | "session.lock" | "session.sign_in_failed" | "session.count_lost" | "staff.deactivate" | "staff.reset_password" | "setup.confirm" | "setup.renew_codes" | "setup.print_codes" | "integrity.go_on" | "keys.renew_codes" | "keys.hand_codes" | "keys.rotate" | "keys.repair" | "vault.restore" | "visitors.say_why" | "visitors.allow" | "visitors.open" | "visitors.register" | "visitors.correct" | "visitors.consent" | "visitors.withdraw_consent" | "visitors.publish_notice" | "visitors.put_group" | "visitors.lift" | "visitors.set_basis" | "visitors.reveal" | "visitors.restrict" | "categories.add" | "categories.change" | "categories.retire" | "categories.restore" | "categories.arrange" | "encounters.start" | "encounters.identify" | "encounters.describe" | "encounters.read_back" | "encounters.answer" | "encounters.promise" | "encounters.keep_promise" | "encounters.ask_escort" | "encounters.finish_escort" | "encounters.close" | "encounters.reopen" | "guidance.add_phrase" | "guidance.add_referral" | "points.add" | "points.change" | "points.retire" | "points.restore" | "points.open" | "points.close" | "tickets.issue" | "tickets.lapse" | "tickets.undo" | "tickets.transfer" | "tickets.give_back" | "tickets.take_alarm" | "tickets.move" | "tickets.retriage" | "tickets.leave" | "tickets.left" | "tickets.print" | "tickets.called" | "tickets.recalled" | "tickets.started" | "tickets.finished" | "tickets.no_show" | "assessments.save" | "catalogue.save_service" | "catalogue.save_package" | "catalogue.retire_service" | "catalogue.return_service" | "catalogue.retire_package" | "catalogue.return_package" | "catalogue.put_term" | "catalogue.put_department" | "proposals.make" | "proposals.choose" | "proposals.decline_all" | "proposals.look" | "bookings.book" | "bookings.check_in" | "bookings.undo_check_in" | "bookings.complete" | "bookings.no_show" | "bookings.cancel" | "bookings.reschedule" | "events.save" | "events.call_off" | "events.sign_up" | "events.withdraw" | "events.mark" | "events.print" | "schedules.save" | "schedules.except" | "vouchers.issue" | "vouchers.void" | "vouchers.print" | "vouchers.settle_print" | "feedback.receive" | "feedback.take" | "feedback.handle" | "feedback.tell" | "feedback.rate" | "feedback.follow" | "feedback.close" | "feedback.move_limit" | "feedback.reveal" | "encounters.correct_visitor" | "ledger.export" | "ledger.export_failed" | "visitors.copy" | "visitors.copy_failed" | "disclosures.export" | "disclosures.export_failed" | "incidents.print" | "incidents.print_failed" | "incidents.save" | "requests.record" | "requests.correct" | "requests.close" | "requests.print" | "requests.move_limit" | "requests.erase" | "requests.see" | "retention.set" | "retention.destroy" | "retention.export";

/** Every code that subjects have for these. */
export type JournalObject = "operation" | "backup" | "clock" | "institution" | "staff" | "vault" | "visitor" | "special_group" | "notice" | "category" | "encounter" | "promise" | "phrase" | "referral" | "point" | "ticket" | "assessment" | "service" | "package" | "term" | "department" | "proposal" | "booking" | "event" | "sign_up" | "schedule" | "voucher" | "feedback" | "ledger" | "disclosure" | "incident" | "request" | "retention" | "destruction";

/** Every code that subjects have for these. */
export type HeldPart = "identity" | "health" | "consents" | "restrictions" | "encounters" | "consultations" | "promises" | "tickets" | "assessments" | "proposals" | "bookings" | "events" | "feedback" | "disclosures" | "requests" | "looks";

/** Every code that subjects have for these. */
export type ListTitle = "events" | "roster" | "corrections";

/** Every code that subjects have for these. */
export type ListColumn = "after" | "before" | "by" | "came" | "change" | "changed_at" | "day" | "event" | "name" | "of_no" | "phone" | "place" | "row" | "seats" | "signed_up" | "speaker" | "state" | "taken_of_seats" | "time";

/** Every command with its input and its view. */
export interface Commands {
  "assessments.next_question": { input: AskNext; view: AskingView | null };
  "assessments.read": { input: OfEncounter; view: AssessmentView | null };
  "assessments.read_line": { input: TypedLine; view: LineView };
  "assessments.save": { input: SaveAssessment; view: AssessmentView };
  "backups.choose": { input: Nothing; view: Chosen };
  "backups.choose_second": { input: Nothing; view: Done };
  "backups.forget_second": { input: Nothing; view: Done };
  "backups.list": { input: Nothing; view: BackupList };
  "backups.make": { input: Nothing; view: BackupView };
  "backups.progress": { input: Nothing; view: RunningStep };
  "backups.restore": { input: Restore; view: RestoreDone };
  "backups.verify": { input: BackupName; view: BackupView };
  "bookings.book": { input: BookVisit; view: BookingView };
  "bookings.book_visits": { input: BookVisit; view: BookingView };
  "bookings.cancel": { input: CancelBooking; view: BookingView };
  "bookings.check_in": { input: CheckIn; view: BookingView };
  "bookings.complete": { input: OneId; view: BookingView };
  "bookings.day": { input: AskDay; view: BookingDay };
  "bookings.no_show": { input: OneId; view: BookingView };
  "bookings.of_encounter": { input: OneId; view: BookingList };
  "bookings.of_visitor": { input: OneId; view: BookingList };
  "bookings.read": { input: OneId; view: BookingView };
  "bookings.reschedule": { input: RescheduleBooking; view: BookingView };
  "bookings.slots": { input: AskSlots; view: FreeSlots };
  "bookings.today": { input: Nothing; view: BookingToday };
  "bookings.undo_check_in": { input: OneId; view: BookingView };
  "catalogue.list": { input: ListCatalogue; view: CatalogueList };
  "catalogue.package": { input: OneId; view: PackageView };
  "catalogue.retire": { input: RetireThing; view: Done };
  "catalogue.return": { input: ReturnThing; view: Done };
  "catalogue.save_package": { input: SavePackage; view: PackageView };
  "catalogue.save_service": { input: SaveService; view: ServiceView };
  "catalogue.service": { input: OneId; view: ServiceView };
  "catalogue.vocabulary": { input: Nothing; view: VocabularyView };
  "categories.add": { input: AddCategory; view: CategoryView };
  "categories.arrange": { input: ArrangeCategories; view: CategoryTree };
  "categories.change": { input: ChangeCategory; view: CategoryView };
  "categories.list": { input: Nothing; view: CategoryTree };
  "categories.restore": { input: OneId; view: CategoryView };
  "categories.retire": { input: IdBecause; view: CategoryView };
  "categories.suggest": { input: SuggestCategory; view: SuggestedCategories };
  "clock.accept": { input: AcceptClock; view: Done };
  "disclosures.export": { input: ExportDisclosures; view: ExportedDisclosures };
  "disclosures.list": { input: ListDisclosures; view: DisclosurePage };
  "drafts.clear": { input: DraftKey; view: Done };
  "drafts.read": { input: DraftKey; view: KeptDraft };
  "drafts.save": { input: DraftBody; view: KeptDraft };
  "encounters.answer": { input: AnswerQuestion; view: EncounterView };
  "encounters.ask_escort": { input: OneId; view: EncounterView };
  "encounters.close": { input: CloseEncounter; view: EncounterView };
  "encounters.correct_visitor": { input: CorrectWhom; view: CorrectedVisitor };
  "encounters.describe": { input: DescribeMatter; view: EncounterView };
  "encounters.escorts": { input: Nothing; view: EncounterList };
  "encounters.finish_escort": { input: OneId; view: EncounterView };
  "encounters.identify": { input: IdentifyVisitor; view: EncounterView };
  "encounters.keep_promise": { input: KeepPromise; view: PromiseView };
  "encounters.of_visitor": { input: OneId; view: EncounterList };
  "encounters.open": { input: Nothing; view: EncounterList };
  "encounters.promise": { input: MakePromise; view: EncounterView };
  "encounters.promise_times": { input: Nothing; view: PromiseTimes };
  "encounters.promises": { input: Nothing; view: PromiseList };
  "encounters.read": { input: OneId; view: EncounterView };
  "encounters.read_back": { input: OneId; view: EncounterView };
  "encounters.reopen": { input: IdBecause; view: EncounterView };
  "encounters.start": { input: StartEncounter; view: EncounterView };
  "encounters.suggested_outcome": { input: OneId; view: SuggestedOutcome };
  "events.call_off": { input: IdBecause; view: EventView };
  "events.list": { input: ListEvents; view: EventList };
  "events.mark": { input: MarkSignUp; view: EventView };
  "events.print": { input: PrintEvent; view: PrintedEvent };
  "events.read": { input: OneId; view: EventView };
  "events.save": { input: SaveEvent; view: EventView };
  "events.sign_up": { input: SignUpFor; view: EventView };
  "events.withdraw": { input: OneId; view: EventView };
  "feedback.close": { input: NoteFeedback; view: FeedbackView };
  "feedback.handle": { input: HandleFeedback; view: FeedbackView };
  "feedback.list": { input: ListFeedback; view: FeedbackList };
  "feedback.of_encounter": { input: OneId; view: FeedbackList };
  "feedback.rate": { input: RateFeedback; view: FeedbackView };
  "feedback.read": { input: OneId; view: FeedbackView };
  "feedback.receive": { input: ReceiveFeedback; view: FeedbackView };
  "feedback.reveal": { input: RevealFeedback; view: FeedbackPhone };
  "feedback.take": { input: NoteFeedback; view: FeedbackView };
  "feedback.tell": { input: TellFeedback; view: FeedbackView };
  "feedback.waiting": { input: Nothing; view: FeedbackWaiting };
  "guidance.phrases": { input: AskPhrases; view: PhraseList };
  "guidance.referrals": { input: AskReferrals; view: ReferralList };
  "incidents.draft": { input: IncidentScope; view: IncidentFacts };
  "incidents.list": { input: Nothing; view: IncidentList };
  "incidents.print": { input: PrintIncident; view: PrintedIncident };
  "incidents.read": { input: AskIncident; view: IncidentReport };
  "incidents.save": { input: SaveIncident; view: IncidentReport };
  "institution.mark_day": { input: MarkDay; view: DayMarked };
  "institution.read": { input: Nothing; view: InstitutionView };
  "institution.set": { input: SetInstitution; view: InstitutionView };
  "integrity.go_on": { input: GoOn; view: SessionState };
  "journal.list": { input: ListJournal; view: JournalPage };
  "journal.objects": { input: Nothing; view: JournalObjects };
  "keys.renew_codes": { input: RenewCodes; view: NewCodes };
  "keys.rotate": { input: Rotate; view: Rotated };
  "ledger.export": { input: AskLedger; view: ExportedLedger };
  "ledger.read": { input: ReadLedger; view: LedgerView };
  "ledger.today": { input: Nothing; view: TodayView };
  "notices.list": { input: Nothing; view: NoticeVersions };
  "notices.minors": { input: AskMinors; view: MinorsReport };
  "notices.print": { input: PrintNotice; view: PrintedNotice };
  "notices.publish": { input: PublishNotice; view: NoticeVersions };
  "points.add": { input: PointDraft; view: PointView };
  "points.change": { input: ChangePoint; view: PointView };
  "points.close": { input: Nothing; view: Done };
  "points.list": { input: Nothing; view: PointList };
  "points.open": { input: OneId; view: PointView };
  "points.restore": { input: OneId; view: PointView };
  "points.retire": { input: IdBecause; view: PointView };
  "proposals.accepted": { input: OfEncounter; view: ProposalView | null };
  "proposals.choose": { input: ChooseProposal; view: ProposalView };
  "proposals.consider": { input: ConsiderProposals; view: Done };
  "proposals.decline_all": { input: DeclineAll; view: Done };
  "proposals.list": { input: OfEncounter; view: AdviceView };
  "proposals.make": { input: MakeProposals; view: AdviceView };
  "proposals.reach": { input: OfEncounter; view: ReachList };
  "requests.close": { input: CloseRequest; view: RequestView };
  "requests.copy": { input: CopyForPerson; view: CopiedForPerson };
  "requests.corrected": { input: OneId; view: RequestView };
  "requests.erase": { input: ActOnRequest; view: RequestView };
  "requests.lift": { input: ActOnRequest; view: RequestView };
  "requests.list": { input: Nothing; view: RequestList };
  "requests.plan": { input: OneId; view: ErasurePlan };
  "requests.print": { input: PrintAnswer; view: PrintedAnswer };
  "requests.read": { input: OneId; view: RequestView };
  "requests.record": { input: RecordRequest; view: RequestView };
  "requests.restrict": { input: RestrictPerson; view: RequestView };
  "requests.see": { input: OneId; view: HeldView };
  "requests.waiting": { input: Nothing; view: RequestsWaiting };
  "requests.withdraw": { input: WithdrawScope; view: RequestView };
  "retention.destroy": { input: Destroy; view: DestructionView };
  "retention.export": { input: ExportDestruction; view: ExportedDestruction };
  "retention.preview": { input: AskPreview; view: RetentionPreview };
  "retention.record": { input: OneId; view: DestructionView };
  "retention.records": { input: Nothing; view: DestructionList };
  "retention.rules": { input: Nothing; view: RetentionRules };
  "retention.set": { input: SetRetention; view: Done };
  "schedules.clear_exception": { input: ClearException; view: Done };
  "schedules.except": { input: ExceptSchedule; view: Affected };
  "schedules.list": { input: Nothing; view: ScheduleList };
  "schedules.save": { input: SaveSchedule; view: ScheduleView };
  "session.lock": { input: Nothing; view: SessionState };
  "session.recover": { input: Recover; view: NewCodes };
  "session.sign_in": { input: SignIn; view: SessionState };
  "session.sign_out": { input: Nothing; view: SessionState };
  "session.state": { input: Nothing; view: SessionState };
  "session.touch": { input: Nothing; view: Done };
  "session.verify_journal": { input: VerifyJournal; view: JournalVerdict };
  "setup.confirm": { input: ConfirmCodes; view: SessionState };
  "setup.create": { input: CreateDesk; view: NewCodes };
  "setup.print_codes": { input: Nothing; view: Spooled };
  "setup.renew_codes": { input: Nothing; view: NewCodes };
  "setup.strength": { input: AskStrength; view: StrengthView };
  "staff.add": { input: AddStaff; view: HandedCode };
  "staff.change_password": { input: ChangePassword; view: Done };
  "staff.deactivate": { input: IdBecause; view: StaffView };
  "staff.list": { input: Nothing; view: StaffList };
  "staff.names": { input: Nothing; view: StaffNames };
  "staff.print_code": { input: PrintCode; view: Spooled };
  "staff.reactivate": { input: OneId; view: HandedCode };
  "staff.reset_password": { input: IdBecause; view: HandedCode };
  "staff.set_role": { input: SetRole; view: StaffView };
  "tickets.board": { input: AskBoard; view: TicketBoard };
  "tickets.call": { input: OneId; view: TicketLine };
  "tickets.call_next": { input: Nothing; view: TicketLine };
  "tickets.finish": { input: OneId; view: TicketLine };
  "tickets.issue": { input: IssueTicket; view: IssuedTicket };
  "tickets.leave": { input: LeaveQueue; view: TicketLine };
  "tickets.move": { input: MoveTicket; view: TicketLine };
  "tickets.no_show": { input: OneId; view: TicketLine };
  "tickets.of_encounter": { input: AskTicketOf; view: TicketOf };
  "tickets.print": { input: PrintTicket; view: PrintedTicket };
  "tickets.speak": { input: SpeakWith; view: TicketLine };
  "tickets.start": { input: OneId; view: TicketLine };
  "tickets.take_alarm": { input: OneId; view: TicketLine };
  "tickets.transfer": { input: TransferTicket; view: TicketLine };
  "tickets.undo": { input: Nothing; view: TicketLine };
  "tickets.why": { input: OneId; view: TicketWay };
  "visitors.allow": { input: AllowOpenings; view: Done };
  "visitors.check_born": { input: AskBorn; view: ReadBorn };
  "visitors.check_id": { input: AskId; view: ReadId };
  "visitors.consent": { input: GiveConsent; view: VisitorView };
  "visitors.correct": { input: CorrectVisitor; view: VisitorView };
  "visitors.find": { input: FindVisitors; view: FoundVisitors };
  "visitors.groups": { input: Nothing; view: GroupList };
  "visitors.likely_same": { input: AskLikelySame; view: FoundVisitors };
  "visitors.notice": { input: Nothing; view: NoticeView };
  "visitors.read": { input: OpenVisitor; view: VisitorView };
  "visitors.register": { input: RegisterVisitor; view: VisitorView };
  "visitors.reveal": { input: RevealVisitor; view: Revealed };
  "visitors.say_why": { input: SayWhy; view: Done };
  "visitors.set_basis": { input: SetBasis; view: VisitorView };
  "visitors.withdraw_consent": { input: WithdrawConsent; view: VisitorView };
  "vouchers.preview": { input: SaveVoucher; view: VoucherPages };
  "vouchers.print": { input: PrintVoucher; view: VoucherOut };
  "vouchers.read": { input: OneId; view: VoucherView };
  "vouchers.save": { input: SaveVoucher; view: VoucherOut };
  "vouchers.verify": { input: ScanVoucher; view: BookingView };
}

export type CommandName = keyof Commands;

/** What each read shows. */
export const SHOWS = {
  "assessments.next_question": ["catalogue"],
  "assessments.read": ["proposals"],
  "assessments.read_line": ["catalogue"],
  "bookings.day": ["bookings"],
  "bookings.of_encounter": ["bookings"],
  "bookings.of_visitor": ["bookings"],
  "bookings.read": ["bookings", "visitors", "institution"],
  "bookings.slots": ["bookings", "schedules", "catalogue", "institution", "visitors"],
  "bookings.today": ["bookings", "schedules", "institution"],
  "catalogue.list": ["catalogue"],
  "catalogue.package": ["catalogue"],
  "catalogue.service": ["catalogue"],
  "catalogue.vocabulary": ["catalogue"],
  "categories.list": ["categories"],
  "categories.suggest": ["categories"],
  "disclosures.list": ["disclosures"],
  "drafts.read": ["drafts"],
  "encounters.escorts": ["encounters", "visitors"],
  "encounters.of_visitor": ["encounters", "visitors"],
  "encounters.open": ["encounters", "visitors"],
  "encounters.promise_times": ["institution"],
  "encounters.promises": ["encounters", "visitors", "promises"],
  "encounters.read": ["encounters", "visitors", "promises"],
  "encounters.suggested_outcome": ["encounters", "promises", "bookings"],
  "events.list": ["events", "visitors"],
  "events.read": ["events", "visitors"],
  "feedback.list": ["feedback", "institution"],
  "feedback.of_encounter": ["feedback", "institution"],
  "feedback.read": ["feedback", "institution"],
  "feedback.waiting": ["feedback", "institution"],
  "guidance.phrases": ["guidance"],
  "guidance.referrals": ["guidance"],
  "incidents.draft": ["journal"],
  "incidents.list": ["incidents"],
  "incidents.read": ["incidents"],
  "institution.read": ["institution", "staff"],
  "journal.list": ["journal"],
  "journal.objects": ["journal"],
  "ledger.read": ["ledger", "encounters", "tickets", "bookings", "feedback", "promises", "visitors", "categories", "points", "journal"],
  "ledger.today": ["ledger", "encounters", "tickets", "points", "categories", "bookings", "feedback", "promises"],
  "notices.list": ["notices", "visitors"],
  "notices.minors": ["visitors", "requests"],
  "points.list": ["points"],
  "proposals.accepted": ["proposals", "catalogue"],
  "proposals.list": ["proposals", "catalogue"],
  "proposals.reach": ["bookings", "schedules", "catalogue", "institution", "proposals", "encounters"],
  "requests.list": ["requests", "visitors"],
  "requests.plan": ["retention", "visitors", "encounters", "promises", "tickets", "proposals", "bookings", "feedback", "ledger", "requests", "drafts", "journal"],
  "requests.read": ["requests", "visitors"],
  "requests.waiting": ["requests", "visitors"],
  "retention.preview": ["retention", "visitors", "encounters", "promises", "tickets", "proposals", "bookings", "feedback", "ledger", "requests", "drafts", "journal"],
  "retention.record": ["retention"],
  "retention.records": ["retention"],
  "retention.rules": ["retention"],
  "schedules.list": ["schedules", "catalogue"],
  "staff.list": ["staff"],
  "staff.names": ["staff"],
  "tickets.board": ["tickets", "points", "categories", "visitors", "encounters"],
  "tickets.of_encounter": ["tickets", "points", "categories", "visitors", "encounters"],
  "tickets.why": ["tickets", "points", "categories", "visitors", "encounters"],
  "visitors.check_born": [],
  "visitors.check_id": [],
  "visitors.find": ["visitors", "bookings"],
  "visitors.groups": ["visitors"],
  "visitors.likely_same": ["visitors"],
  "visitors.notice": ["visitors"],
  "visitors.read": ["visitors"],
  "vouchers.preview": ["bookings", "institution"],
  "vouchers.read": ["bookings", "institution"],
  "vouchers.verify": ["bookings", "visitors", "institution"],
} as const satisfies Partial<Record<CommandName, readonly Topic[]>>;

export type ReadName = keyof typeof SHOWS;

/** Commands that change something. */
export const WRITES = [
  "assessments.save",
  "backups.choose",
  "backups.choose_second",
  "backups.forget_second",
  "backups.list",
  "backups.make",
  "backups.progress",
  "backups.restore",
  "backups.verify",
  "bookings.book",
  "bookings.book_visits",
  "bookings.cancel",
  "bookings.check_in",
  "bookings.complete",
  "bookings.no_show",
  "bookings.reschedule",
  "bookings.undo_check_in",
  "catalogue.retire",
  "catalogue.return",
  "catalogue.save_package",
  "catalogue.save_service",
  "categories.add",
  "categories.arrange",
  "categories.change",
  "categories.restore",
  "categories.retire",
  "clock.accept",
  "disclosures.export",
  "drafts.clear",
  "drafts.save",
  "encounters.answer",
  "encounters.ask_escort",
  "encounters.close",
  "encounters.correct_visitor",
  "encounters.describe",
  "encounters.finish_escort",
  "encounters.identify",
  "encounters.keep_promise",
  "encounters.promise",
  "encounters.read_back",
  "encounters.reopen",
  "encounters.start",
  "events.call_off",
  "events.mark",
  "events.print",
  "events.save",
  "events.sign_up",
  "events.withdraw",
  "feedback.close",
  "feedback.handle",
  "feedback.rate",
  "feedback.receive",
  "feedback.reveal",
  "feedback.take",
  "feedback.tell",
  "incidents.print",
  "incidents.save",
  "institution.mark_day",
  "institution.set",
  "integrity.go_on",
  "keys.renew_codes",
  "keys.rotate",
  "ledger.export",
  "notices.print",
  "notices.publish",
  "points.add",
  "points.change",
  "points.close",
  "points.open",
  "points.restore",
  "points.retire",
  "proposals.choose",
  "proposals.consider",
  "proposals.decline_all",
  "proposals.make",
  "requests.close",
  "requests.copy",
  "requests.corrected",
  "requests.erase",
  "requests.lift",
  "requests.print",
  "requests.record",
  "requests.restrict",
  "requests.see",
  "requests.withdraw",
  "retention.destroy",
  "retention.export",
  "retention.set",
  "schedules.clear_exception",
  "schedules.except",
  "schedules.save",
  "session.lock",
  "session.recover",
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
  "staff.print_code",
  "staff.reactivate",
  "staff.reset_password",
  "staff.set_role",
  "tickets.call",
  "tickets.call_next",
  "tickets.finish",
  "tickets.issue",
  "tickets.leave",
  "tickets.move",
  "tickets.no_show",
  "tickets.print",
  "tickets.speak",
  "tickets.start",
  "tickets.take_alarm",
  "tickets.transfer",
  "tickets.undo",
  "visitors.allow",
  "visitors.consent",
  "visitors.correct",
  "visitors.register",
  "visitors.reveal",
  "visitors.say_why",
  "visitors.set_basis",
  "visitors.withdraw_consent",
  "vouchers.print",
  "vouchers.save",
] as const satisfies readonly CommandName[];

export type WriteName = (typeof WRITES)[number];

/** Every refusal and failure with the facts of its sentence. */
export interface Facts {
  empty: Record<string, never>;
  too_long: { max: number; got: number };
  control_character: { position: number };
  out_of_range: { min: number; max: number };
  no_such_time: Record<string, never>;
  past_midnight: Record<string, never>;
  unknown_code: { got: string };
  not_found: Record<string, never>;
  wrong_state: { state: string };
  reason_needed: Record<string, never>;
  operation_reused: Record<string, never>;
  code_shape: Record<string, never>;
  hours_order: { weekday: number };
  weekday_closed: { weekday: number };
  staff_no_taken: Record<string, never>;
  staff_no_shape: Record<string, never>;
  password_weak: Record<string, never>;
  password_wrong: Record<string, never>;
  password_same: Record<string, never>;
  last_administrator: Record<string, never>;
  own_account: Record<string, never>;
  nothing_new: Record<string, never>;
  opening_wait: { seconds: number };
  opening_reason: Record<string, never>;
  opening_stop: Record<string, never>;
  purpose_unfit: Record<string, never>;
  allow_nobody: Record<string, never>;
  search_guess: Record<string, never>;
  id_check_digit: { expected: string };
  id_shape: { got: number };
  id_first_generation: Record<string, never>;
  id_kind_differs: Record<string, never>;
  id_birth_date: Record<string, never>;
  id_differs: Record<string, never>;
  id_taken: { visitor: number };
  not_of_sex: { about: string };
  born_unread: Record<string, never>;
  phone_or_why: Record<string, never>;
  ask_again: { doubt: string; about: string };
  phone_shape: Record<string, never>;
  consent_missing: Record<string, never>;
  guardian_needed: { under: number };
  visitor_restricted: Record<string, never>;
  visitor_erased: Record<string, never>;
  two_levels: Record<string, never>;
  prefix_shape: Record<string, never>;
  prefix_taken: Record<string, never>;
  class_not_leaf: Record<string, never>;
  category_has_leaves: { count: number };
  anonymous_not_allowed: Record<string, never>;
  encounter_closed: Record<string, never>;
  promise_in_past: Record<string, never>;
  promise_too_far: { days: number };
  promise_closed: { day: string };
  promise_needs_contact: Record<string, never>;
  point_cannot: Record<string, never>;
  point_closed: Record<string, never>;
  no_point_can: Record<string, never>;
  not_at_point: Record<string, never>;
  ticket_in_hand: { number: string };
  ticket_live: { number: string };
  not_next: { number: string };
  before_immediate: Record<string, never>;
  not_your_ticket: { number: string };
  not_here: Record<string, never>;
  alarm_taken: { no: string };
  nobody_waiting: Record<string, never>;
  encounter_elsewhere: Record<string, never>;
  nothing_to_undo: Record<string, never>;
  too_many: { max: number };
  told_both: { code: string };
  cannot_be: { code: string };
  against_record: { what: string; record: string };
  code_taken: Record<string, never>;
  proposal_stale: Record<string, never>;
  read_back_missing: Record<string, never>;
  several_days: Record<string, never>;
  other_visit: { voucher: string; day: string };
  not_bookable: { service: string };
  unsuited: { service: string; why: string; about: string };
  booked_twice: { service: string };
  package_part_missing: { service: string };
  booked_before: { voucher: string; day: string };
  other_person: Record<string, never>;
  price_changed: { told: number; now: number };
  booking_past: { day: string };
  same_time: Record<string, never>;
  closed_day: { day: string };
  beyond_horizon: { days: number };
  slot_gone: { start: string };
  slot_full: { start: string; capacity: number };
  not_together: Record<string, never>;
  slot_past: Record<string, never>;
  lead_time: { hours: number };
  overlap: { start: string };
  not_yet: { start: string };
  voucher_other_day: { day: string };
  already_checked_in: { at: number };
  event_full: { seats: number };
  event_over: Record<string, never>;
  event_called_off: Record<string, never>;
  ends_first: Record<string, never>;
  too_far_ahead: { days: number };
  people_came: { came: number };
  not_the_day: { day: string };
  already_signed_up: Record<string, never>;
  seats_taken: { taken: number };
  windows_overlap: { weekday: number };
  voucher_unreadable: { got: number };
  voucher_typo: Record<string, never>;
  voucher_unknown: Record<string, never>;
  voucher_forged: Record<string, never>;
  voucher_void: { cause: string };
  outcome_missing: Record<string, never>;
  nothing_answered: Record<string, never>;
  nothing_booked: Record<string, never>;
  feedback_no_contact: Record<string, never>;
  satisfaction_missing: Record<string, never>;
  not_reached_yet: { tried: number; most: number };
  about_yourself: Record<string, never>;
  identity_bound: Record<string, never>;
  paper_line_shape: Record<string, never>;
  period_reversed: Record<string, never>;
  period_length: { max: number };
  request_closed: Record<string, never>;
  matters_open: { count: number };
  journal_too_short: { min: number };
  retention_too_short: { min: number };
  preview_stale: Record<string, never>;
  nothing_due: Record<string, never>;
  locked: Record<string, never>;
  no_right: { right: string };
  unknown_command: { command: string };
  input_shape: { path: string };
  operation_id_missing: Record<string, never>;
  sign_in_failed: Record<string, never>;
  sign_in_paused: { minutes: number };
  must_change_password: Record<string, never>;
  code_expired: Record<string, never>;
  recovery_wrong: Record<string, never>;
  recovery_length: Record<string, never>;
  recovery_typo: { group: number };
  recover_no_administrator: Record<string, never>;
  set_up_already: Record<string, never>;
  not_set_up: Record<string, never>;
  codes_not_confirmed: Record<string, never>;
  wrong_group: { code: number; group: number };
  time_not_yours: Record<string, never>;
  folder_in_use: Record<string, never>;
  folder_on_network: { found: string };
  folder_synced: { found: string };
  folder_too_deep: { found: number };
  folder_read_only: { found: string };
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
  keys_unfinished: Record<string, never>;
  keys_unsure: Record<string, never>;
  space_short: Record<string, never>;
  keys_older: Record<string, never>;
  keys_gone: Record<string, never>;
  restore_unfinished: Record<string, never>;
  keys_changed: Record<string, never>;
  backup_refused: Record<string, never>;
  backup_unknown: Record<string, never>;
  backup_place_is_own: Record<string, never>;
  restore_secret_needed: Record<string, never>;
  restore_backup_secret_needed: Record<string, never>;
  restore_takes_place: Record<string, never>;
  restore_no_administrator: Record<string, never>;
  desk_busy: Record<string, never>;
  alarm_stands: Record<string, never>;
  store_failed: Record<string, never>;
}

export type Code = keyof Facts;
