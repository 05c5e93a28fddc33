export { ApiClient, ApiProblem } from './api-client.js';
export { type Cast, castOf, staffParts } from './cast.js';
export type { Narrator } from './narrator.js';
export { writePeople, writeStory } from './output-folder.js';
export type { Scene } from './scene.js';
export { play, type Story, type StorySummary } from './story.js';
