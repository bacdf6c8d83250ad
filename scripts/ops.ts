import { accessGrant, accessRevoke, accessShow } from './ops/access.ts';
import { accessExport, accessImport } from './ops/access-files.ts';
import type { OpsCommand } from './ops/command.ts';
import { storeDelete } from './ops/delete.ts';
import { exportCommand } from './ops/export.ts';
import { explain, overview, usage } from './ops/help.ts';
import { importOrdersCommand } from './ops/import-orders.ts';
import { importVisitsCommand } from './ops/import-visits.ts';
import { mirrorCompare, mirrorReplay, mirrorShow, mirrorSync } from './ops/mirror.ts';
import {
  organizationAssign,
  organizationShow,
  organizationSlug,
  organizationUnassign,
} from './ops/organization.ts';
import { parse } from './ops/parse.ts';
import { rebuildCommand, storeSetTimeZone } from './ops/rebuild.ts';
import { storeSetShards } from './ops/shards.ts';
import { sourceConnect, sourceDisconnect, sourceReplay, sourceShow } from './ops/source.ts';
import { sessionsEnd, sessionsList } from './ops/sessions.ts';
import { statsStores, statsTable } from './ops/stats.ts';
import { storeCreate, storeList } from './ops/store.ts';
import { tenantConvert, tenantProvision } from './ops/tenant.ts';
import { withLocal, withRemote } from './ops/with-target.ts';
import { runCommand } from './run/command.ts';

const COMMANDS: readonly OpsCommand[] = [
  storeCreate,
  storeList,
  storeSetTimeZone,
  storeSetShards,
  storeDelete,
  accessGrant,
  accessRevoke,
  accessShow,
  accessExport,
  accessImport,
  sessionsList,
  sessionsEnd,
  tenantProvision,
  tenantConvert,
  organizationAssign,
  organizationUnassign,
  organizationShow,
  organizationSlug,
  mirrorShow,
  mirrorSync,
  mirrorCompare,
  mirrorReplay,
  sourceConnect,
  sourceDisconnect,
  sourceShow,
  sourceReplay,
  importOrdersCommand,
  importVisitsCommand,
  rebuildCommand,
  exportCommand,
  statsStores,
  statsTable,
];

await runCommand(async () => {
  const parsed = parse(COMMANDS, process.argv.slice(2));
  if (parsed.kind === 'help') {
    console.log(parsed.command === null ? overview(COMMANDS) : explain(parsed.command));
  } else if (parsed.kind === 'wrong') {
    console.error(parsed.message);
    if (parsed.command !== null) console.error(`Usage: ${usage(parsed.command)}`);
    process.exitCode = 2;
  } else {
    const { command, given, remote } = parsed;
    await (remote ? withRemote : withLocal)((target) => command.run(given, target));
  }
});
