export { SoftwareKeystore } from './software-keystore.js';
