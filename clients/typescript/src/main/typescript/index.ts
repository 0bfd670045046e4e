export { LanToa, type Origins, type Settings } from './lantoa.js';
export { pages, version } from './pages.js';
export { Problem, type FieldError } from './problem.js';
