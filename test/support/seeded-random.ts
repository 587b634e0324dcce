// Tests draw as the training day does.
export { type SeededRandom, seededRandom } from '../../main/training/seeded-random.ts';
