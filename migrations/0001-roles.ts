import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = ['lianshu_intake', 'lianshu_lead', 'lianshu_staff'] as const;

/**
 * The roles that the program's connections take: intake writes co-signatures, lead opens and submits rounds, staff runs
 * the commission's side. They belong to the whole server, so another database's migration may have made them already.
 */
export class Roles0000000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const role of roles) await runner.query(makeRole(role));
    await runner.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    await runner.query(`GRANT USAGE ON SCHEMA public TO ${roles.join(', ')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // The roles stay: other databases of the server may use them.
    await runner.query(`REVOKE USAGE ON SCHEMA public FROM ${roles.join(', ')}`);
  }
}

/**
 * A role that an administrator made beforehand is taken as it is: the login then needs no right to make roles. Two databases may
 * be migrated at once, hence the exceptions as well.
 */
function makeRole(role: string): string {
  return `
    DO $$ BEGIN
      BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN; END IF;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END;
      IF NOT pg_has_role(current_user, '${role}', 'SET') THEN
        GRANT ${role} TO CURRENT_USER;
      END IF;
    END $$`;
}
