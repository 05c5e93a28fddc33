import type { DataSource } from 'typeorm';
import { PostgresRecordedCommitments } from '../../../src/adapters/postgres/checking/result-stores.js';
import { CheckingService, PublicResults, Receipts, STRUCK_OUT_LISTS } from '../../../src/checking/index.js';
import { CheckController } from '../../../src/http/checking/check.controller.js';
import { ReceiptsController } from '../../../src/http/checking/receipts.controller.js';
import { ResultController } from '../../../src/http/checking/result.controller.js';
import { StruckOutController } from '../../../src/http/checking/struck-out.controller.js';
import { ApprovalActions, Approvals, type ApprovalStore } from '../../../src/staff/index.js';
import { memorySessions, startTestServer, type TestServer } from '../http/test-server.js';
import type { RoundScene } from './round-scene.js';

/** The check's routes over a scene, with sessions and requests in memory. */
export interface CheckingServer extends TestServer {
  readonly sessions: ReturnType<typeof memorySessions>;
  /** What each request was about, by its id. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/** Starts it; `intake` connects with the intake's role. */
export async function startCheckingServer(scene: RoundScene, intake: DataSource): Promise<CheckingServer> {
  const { clock } = scene.platform;
  const sessions = memorySessions(() => clock.now());
  const actions = new ApprovalActions();
  scene.checking.register(actions);
  const contents = new Map<string, Uint8Array>();
  const store: ApprovalStore = {
    add: ({ id }, content) => Promise.resolve(void contents.set(id, content)),
    find: () => Promise.resolve(undefined),
    contentOf: (id) => Promise.resolve(contents.get(id)),
    page: () => Promise.resolve([]),
    move: () => Promise.resolve(true),
  };
  const approvals = new Approvals({ clock, validator: scene.trust, actions, store });
  const server = await startTestServer({
    controllers: [CheckController, ReceiptsController, ResultController, StruckOutController],
    providers: [
      sessions.provider,
      { provide: CheckingService, useValue: scene.checking },
      { provide: Approvals, useValue: approvals },
      { provide: PublicResults, useValue: scene.published },
      {
        provide: Receipts,
        useValue: new Receipts(new PostgresRecordedCommitments(intake), scene.published),
      },
      { provide: STRUCK_OUT_LISTS, useValue: scene.struckOut },
    ],
  });
  return { ...server, sessions, contents };
}
