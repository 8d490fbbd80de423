// What the window knows of the desk: one cache, refreshed exactly where an answer says so.
import { keepPreviousData, QueryClient, useQuery } from "@tanstack/vue-query";
import { computed, toValue, type ComputedRef, type MaybeRefOrGetter, type Ref } from "vue";
import { call, type Input, type ReadName, type View } from "./client";
import { SHOWS, type Topic } from "./generated";
import { problemOf, type Problem } from "./problem";

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      retry: false,
      staleTime: Infinity,
      gcTime: 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: "always", retry: false },
  },
});

/**
 * Refreshes what is on screen and shows one of the
 * topics; resolves when the new values are there.
 */
export async function refresh(touched: readonly Topic[]): Promise<void> {
  if (touched.length === 0) return;
  const hit = new Set<string>(touched);
  await queries.invalidateQueries({
    predicate: (query) => {
      const name = query.queryKey[0] as ReadName;
      return (
        (SHOWS[name] as readonly Topic[] | undefined)?.some((subject) => hit.has(subject)) ?? false
      );
    },
  });
}

export interface Read<V> {
  /** The last good value; stays while it is refreshed. */
  data: Ref<V | undefined>;
  /** Nothing to show yet. */
  loading: ComputedRef<boolean>;
  /** A refresh is under way. */
  refreshing: ComputedRef<boolean>;
  /** The desk's refusal. */
  problem: ComputedRef<Problem | null>;
  /** Neither value nor refusal: something broke. */
  broken: ComputedRef<boolean>;
  again: () => Promise<void>;
}

export interface ReadOptions {
  enabled?: MaybeRefOrGetter<boolean>;
  /** Keep showing the previous input's value while the next one loads (finding while typing). */
  keepPrevious?: boolean;
}

/** Reads from the desk; asked again when the input changes or a write touched what it shows. */
export function useRead<N extends ReadName>(
  name: N,
  input: MaybeRefOrGetter<Input<N>>,
  options: ReadOptions = {},
): Read<View<N>> {
  const query = useQuery<unknown>({
    queryKey: computed(() => [name, toValue(input)]),
    // From the key, not from `input`: a query outlives
    // the moment at which its input was another one.
    queryFn: ({ queryKey }) => call(name, queryKey[1] as Input<N>),
    enabled: computed(() => toValue(options.enabled) ?? true),
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  return {
    data: query.data as Ref<View<N> | undefined>,
    loading: computed(() => query.isPending.value && query.isFetching.value),
    refreshing: computed(() => query.isFetching.value),
    problem: computed(() => problemOf(query.error.value)),
    broken: computed(() => query.isError.value && problemOf(query.error.value) === null),
    again: async () => {
      await query.refetch();
    },
  };
}
