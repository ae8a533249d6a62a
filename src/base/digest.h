/* A number of 128 bits that stands for bytes: other bytes give another one. Against accidents, not
 * against somebody who looks for two texts with the same digest. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/str.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct digest {
    uint64_t half[2];
};

enum { DIGEST_BLOCK = 32, DIGEST_HEX = 32 };

/* A digest under way; {0} is the beginning. */
struct digester {
    uint64_t lane[2];
    uint64_t length; /* bytes so far; those past the last whole block are pending */
    char pending[DIGEST_BLOCK];
};

/* Adds bytes; in which pieces they come makes no difference. */
void digester_add(struct digester *digester, struct str bytes);
/* Adds the length and the bytes, so that fields side by side cannot be taken for each other. */
void digester_field(struct digester *digester, struct str bytes);
void digester_number(struct digester *digester, uint64_t number);
void digester_digest(struct digester *digester, struct digest digest);
struct digest digester_end(const struct digester *digester);

struct digest digest_of(struct str bytes);
bool digest_equal(struct digest a, struct digest b);
/* Writes DIGEST_HEX figures, without a zero behind them. */
void digest_write(struct digest digest, char *out);

#endif
