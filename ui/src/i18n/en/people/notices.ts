// Versions of the privacy notice, consent to them, the basis of a record, minors.
import type { Words } from "../../shape";
import type zh from "../../zh/people/notices";
import type { Problems } from "../../problems";
export default {
  title: "Privacy notice",
  hint: "Publish a new version, see how many agreed to each",
  version: "Version",
  since: "In force since",
  given: "Consents",
  standing: "Still standing",
  inForce: "In force",
  empty: "There is no notice yet.",
  textZh: "Chinese text",
  textEn: "English text",
  write: "Write a new one",
  writeTitle: "Publish a new privacy notice",
  writeHint:
    "Visitors who agreed to an older version are asked again when they come; nothing is held up.",
  preview: "Preview",
  publish: "Publish",
  published: (version: string) => `${version} is published`,
  print: "Print",
  printedJob: "Sent to the printer",
  missing: (characters: string) => `No letter shapes for these, printed as 〓: ${characters}`,
  minors: "Minors in a year",
  minorsLead: (year: number) => `Visitors under 14 at the end of ${year}`,
  minorsVisitors: "Visitors",
  minorsGuarded: "With a guardian's consent",
  minorsRequests: "Requests",
  year: "Year",
  problems: {
    nothing_new: () => "These are the texts in force; there is nothing new to publish.",
  } satisfies Partial<Problems>,
} satisfies Words<typeof zh>;
