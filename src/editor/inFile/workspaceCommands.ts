// What looks through the whole workspace, loaded with the first of it.
export { findInWorkspace } from './findInWorkspace';
export { studyWorkspace } from './studyWorkspace';
