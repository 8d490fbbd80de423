// A desk for tests: answers what it is told to and remembers what it was asked.
import { replaceTransport, type Answer } from "@/ipc/transport";

export interface Asked {
  command: string;
  input: unknown;
  opId: string | null;
}
export type Answers = Record<
  string,
  (input: never, opId: string | null) => Partial<Answer> | Promise<Partial<Answer>>
>;

export function desk(answers: Answers): { asked: Asked[]; lock: () => void } {
  const asked: Asked[] = [];
  let locked = (): void => undefined;
  replaceTransport({
    async call(command, input, opId) {
      asked.push({ command, input, opId });
      const answer = answers[command];
      if (!answer) throw new Error(`not answered: ${command}`);
      return { value: null, touched: [], at: Date.now(), ...(await answer(input as never, opId)) };
    },
    onLocked: (run) => (locked = run),
  });
  return { asked, lock: () => locked() };
}

export function refusal(
  code: string,
  field: string | null = null,
  params: Record<string, unknown> = {},
): never {
  throw { code, field, params };
}
