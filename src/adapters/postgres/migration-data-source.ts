import { createDataSource } from './data-source.js';

/**
 * What TypeORM's own command line works on (`npm run typeorm migration:show`): the database of `DATABASE_URL`, with the rights
 * of the login itself. It wants the data source as the only export, so this file stands alone.
 */
const url = process.env.DATABASE_URL;
if (url === undefined) throw new Error('DATABASE_URL is not set');

export default createDataSource({ url, poolSize: 2 });
