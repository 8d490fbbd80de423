// Whether the table of keys is open.
import { ref } from "vue";

export const keysShown = ref(false);
