import type { World } from './run.js';
export async function startCommand(_args: readonly string[], world: World): Promise<number> { world.out('x'); return 0; }
