/* The parts of a batch that several processes make without knowing of each other. */
#ifndef BASE_SHARD_H
#define BASE_SHARD_H

#include "base/str.h"
#include <stdbool.h>

/* The part `number` of `count`, from 1 on; count 0: all is one part. */
struct shard {
    unsigned number, count;
};

/* Whether what bears the name is in this part: of the same count it is in exactly one. */
bool shard_has(struct shard shard, struct str name);

#endif
