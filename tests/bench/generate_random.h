/* Chance that is the same on every machine, and lists to choose from. */
#ifndef GENERATE_RANDOM_H
#define GENERATE_RANDOM_H

#include "base/str.h"
#include <stdlib.h>
#include <string.h>

/* splitmix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014). */
struct random {
    uint64_t state;
};

static uint64_t random_next(struct random *random) {
    uint64_t z = random->state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/* 0 to limit - 1; the bias of the remainder is below 1e-12 for limits of this program. */
static uint32_t below(struct random *random, size_t limit) {
    return (uint32_t)(random_next(random) % limit);
}

static uint32_t between(struct random *random, uint32_t least, uint32_t most) {
    return least + below(random, most - least + 1);
}

static bool chance(struct random *random, unsigned percent) {
    return below(random, 100) < percent;
}

/* The words of "a|b|c": a vocabulary is written as one string, and split when it is first used. */
struct words {
    struct str *at;
    size_t count;
};

static struct words words_split(struct arena *arena, const char *list) {
    struct words words = {0};
    size_t count = 1;
    for (const char *c = list; *c; c++)
        count += *c == '|';
    words.at = arena_make(arena, struct str, count);
    for (struct str rest = str_from(list);;) {
        size_t length = str_find(rest, STR("|"));
        words.at[words.count++] = str_part(rest, 0, length);
        if (length == SIZE_MAX)
            return words;
        rest = str_part(rest, length + 1, SIZE_MAX);
    }
}

static struct str pick(struct random *random, const struct words *words) {
    return words->at[below(random, words->count)];
}

#endif
