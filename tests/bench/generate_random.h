/* Numbers that are the same for the same seed on every machine. */
#ifndef BENCH_GENERATE_RANDOM_H
#define BENCH_GENERATE_RANDOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dice {
    uint64_t state;
};

/* SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014). */
static uint64_t dice_roll(struct dice *dice) {
    uint64_t z = dice->state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/* 0 to count-1; `count` is small, so that the bias of the remainder does not matter. */
static size_t dice_below(struct dice *dice, size_t count) {
    return (size_t)((dice_roll(dice) >> 11) % count);
}

static int dice_between(struct dice *dice, int least, int most) {
    return least + (int)dice_below(dice, (size_t)(most - least + 1));
}

static bool dice_percent(struct dice *dice, int percent) {
    return dice_between(dice, 1, 100) <= percent;
}

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define ONE_OF(dice, array) ((array)[dice_below(dice, COUNT(array))])

#endif
