export { openApiDocument, serveOpenApi } from './document.js';
export { Problems } from './problems.js';
