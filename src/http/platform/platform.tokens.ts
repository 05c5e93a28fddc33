import type { JSONWebKeySet } from 'jose';

/** Gives the platform's published keys (RFC 7517). */
export type PublishedKeys = () => Promise<JSONWebKeySet>;

/** Under which {@link PublishedKeys} are injected. */
export const PUBLISHED_KEYS = Symbol('published keys');

/** Resolves when the database answers; rejects when it doesn't. */
export type DatabaseCheck = () => Promise<void>;

/** Under which the {@link DatabaseCheck} is injected. */
export const DATABASE_CHECK = Symbol('database check');
