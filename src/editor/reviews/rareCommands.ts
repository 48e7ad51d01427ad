// What is asked for now and then, loaded as one.
export { showCardHistory } from './cardHistory';
export { checkReviewFiles } from './checkReviewFiles';
export { exportReviews } from './exportReviews';
export { fetchLateReviews, moveReviews } from './moveReviews';
export { reschedule } from './reschedule';
export { showReviewFiles } from './showReviewFiles';
