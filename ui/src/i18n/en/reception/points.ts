// Service points.
import type { Problems } from "../../problems";
import type { Words } from "../../shape";
import type zh from "../../zh/reception/points";

export default {
  title: "Service points",
  lead: "Where tickets are called to, what is done there, which languages are spoken; open while somebody sits there.",
  empty: "No points yet; tickets need one.",
  emptyDo: "Press N to add the first.",
  add: "Add a point",
  change: "Change",
  retire: "Take away",
  retireAsk: (name) => `Take “${name}” away?`,
  retireText: "Nothing is sent there any more; earlier records stay.",
  restore: "Restore",
  name: "Name",
  nameZh: "Chinese name",
  nameEn: "English name",
  place: "Place",
  placeZh: "Place (Chinese)",
  placeEn: "Place (English)",
  audience: "For whom",
  audienceTexts: {
    everyone: "Sent by matter and length of the line",
    special_groups: "Others only when nothing else is open",
  },
  languages: "Languages",
  can: "What is done there",
  whole: (name) => `${name} (all)`,
  single: "Only some of it",
  state: "State",
  openBy: (staff) => `open · ${staff}`,
  shut: "nobody there",
  retired: "taken away",
  saved: "Saved.",
  choose: "Choose a point to change it or take it away.",
  problems: {
    point_cannot: () => "This point can't do this matter; choose another.",
    point_closed: () => "Nobody sits at this point; pass on to an open one.",
    no_point_can: () =>
      "No point can do this matter. Answer on the spot, refer, or have a supervisor add it to a point.",
    not_at_point: () => "You don't sit at a point yet. Choose and open one on the queue page.",
  } satisfies Partial<Problems>,
} satisfies Words<typeof zh>;
