/** Property tests try the same values in every run, so that a red run is about the change. SEED=1 npm run unit tries others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20_261_123) });
