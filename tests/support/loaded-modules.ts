// For `node --import`: at the end of the process, every module that it loaded goes to standard error, one a line.
import { registerHooks } from 'node:module';

const loaded: string[] = [];
registerHooks({
  load(url, context, nextLoad) {
    loaded.push(url);
    return nextLoad(url, context);
  },
});
process.on('exit', () => process.stderr.write(`${loaded.join('\n')}\n`));
