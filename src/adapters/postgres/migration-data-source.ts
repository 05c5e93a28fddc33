import { createDataSource } from './data-source.js';

/**
 * The data source for TypeORM's own command line (`npm run typeorm migration:show`): the database of `DATABASE_URL`,
 * with the login's own rights. TypeORM needs it to be the file's only export.
 */
const url = process.env.DATABASE_URL;
if (url === undefined) throw new Error('DATABASE_URL is not set');

export default createDataSource({ url, poolSize: 2 });
