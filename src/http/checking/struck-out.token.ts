/** Under which the struck-out lists are injected: an interface can't name itself. */
export const STRUCK_OUT_LISTS = Symbol('struck-out lists');
