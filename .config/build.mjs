/** `npm run build`: builds dist/ unless it is as new as its sources. */
import { ensureBuilt } from './prepare.mjs';

ensureBuilt();
