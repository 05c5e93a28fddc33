export { CheckController } from './check.controller.js';
export { ReceiptsController } from './receipts.controller.js';
export { ResultController } from './result.controller.js';
export { StruckOutController } from './struck-out.controller.js';
export { STRUCK_OUT_LISTS } from './struck-out.token.js';
