/** Under which the platform's origin (`https://…`, no slash at the end) is injected. */
export const PLATFORM_ORIGIN = Symbol('platform origin');
