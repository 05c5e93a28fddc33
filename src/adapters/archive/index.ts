export { FolderRevocationArchive } from './folder-revocation-archive.js';
