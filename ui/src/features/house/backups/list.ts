// The backups that are there, and how far a running one is. Works before anybody signed in.
import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from "vue";
import {
  call,
  problemOf,
  useSession,
  useWrite,
  type BackupList,
  type BackupView,
  type Problem,
  type Read,
  type RunningStep,
} from "@/ipc";

const LOOK_EVERY = 300;

export const keyOf = (backup: BackupView): string => `${backup.place}/${backup.name}`;

/** Read when it is first used, after `again`, and when the desk has made one by itself. */
export function useBackups(): Pick<Read<BackupList>, "data" | "broken" | "problem" | "again"> {
  const session = useSession();
  const data = shallowRef<BackupList>();
  const thrown = shallowRef<unknown>(null);

  async function again(): Promise<void> {
    try {
      data.value = await call("backups.list", {});
      thrown.value = null;
    } catch (fault) {
      thrown.value = fault;
    }
  }
  void again();
  watch(() => session.state?.backup?.lastAt, again);
  const problem = computed(() => problemOf(thrown.value));
  const broken = computed(() => thrown.value !== null && problem.value === null);
  return { data, broken, problem, again };
}

/** While `busy`, asks how far it is. */
export function useRunning(busy: () => boolean): Ref<RunningStep | null> {
  const step = shallowRef<RunningStep | null>(null);
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => {
    clearInterval(timer);
    step.value = null;
  };
  async function look(): Promise<void> {
    const said = await call("backups.progress", {}).catch(() => null);
    if (busy() && said?.stage) step.value = said;
  }
  watch(
    busy,
    (now) => {
      stop();
      if (now) timer = setInterval(() => void look(), LOOK_EVERY);
    },
    { immediate: true },
  );
  onScopeDispose(stop);
  return step;
}

/** A file from anywhere, by the system's dialog. */
export function useChosenFile(): {
  choose: () => Promise<BackupView | null>;
  busy: ComputedRef<boolean>;
  problem: Readonly<Ref<Problem | null>>;
} {
  const write = useWrite("backups.choose");
  return {
    choose: async () => {
      const sent = await write.send({});
      return sent.ok ? sent.value.backup : null;
    },
    busy: computed(() => write.busy.value),
    problem: write.problem,
  };
}
