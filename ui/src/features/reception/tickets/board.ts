// The queue on screen: read again every half minute, because waiting is time.
import { onScopeDispose, type MaybeRefOrGetter, toValue } from "vue";
import { useRead, type Read, type TicketBoard } from "@/ipc";

const EVERY = 30_000;

/** The queue of a point; `null` is all of them. */
export function useBoard(
  point: MaybeRefOrGetter<number | null>,
  enabled: MaybeRefOrGetter<boolean> = true,
): Read<TicketBoard> {
  const board = useRead("tickets.board", () => ({ pointId: toValue(point) }), {
    keepPrevious: true,
    enabled,
  });
  const timer = setInterval(() => toValue(enabled) && void board.again(), EVERY);
  onScopeDispose(() => clearInterval(timer));
  return board;
}
