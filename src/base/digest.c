/* Two lanes take sixteen bytes of each block: both words are mixed with what the lane holds by a
 * product of 128 bits, whose halves are folded into one. The odd constants are the fractions of the
 * square roots of 2, 3, 5 and 7. */
#include "base/digest.h"
#include <string.h>

static const uint64_t odd[4] = {0x6A09E667F3BCC909u, 0xBB67AE8584CAA73Bu, 0x3C6EF372FE94F82Bu,
                                0xA54FF53A5F1D36F1u};

static uint64_t fold(uint64_t a, uint64_t b) {
    __extension__ typedef unsigned __int128 product;
    product all = (product)a * b;
    return (uint64_t)all ^ (uint64_t)(all >> 64);
}

static void take_block(uint64_t lane[2], const char *at) {
    uint64_t word[4];
    memcpy(word, at, sizeof word);
    lane[0] = fold(word[0] ^ lane[0], word[1] ^ odd[0]) + (word[0] ^ word[1]);
    lane[1] = fold(word[2] ^ lane[1], word[3] ^ odd[1]) + (word[2] ^ word[3]);
}

/* Fills what is pending; the bytes that are left. */
static struct str fill_pending(struct digester *digester, struct str bytes) {
    size_t pending = digester->length % DIGEST_BLOCK;
    if (pending == 0)
        return bytes;
    struct str part = str_part(bytes, 0, DIGEST_BLOCK - pending);
    memcpy(digester->pending + pending, part.at, part.length);
    digester->length += part.length;
    if (pending + part.length == DIGEST_BLOCK)
        take_block(digester->lane, digester->pending);
    return str_part(bytes, part.length, SIZE_MAX);
}

void digester_add(struct digester *digester, struct str bytes) {
    if (bytes.length == 0)
        return;
    bytes = fill_pending(digester, bytes);
    uint64_t lane[2] = {digester->lane[0], digester->lane[1]};
    size_t rest = bytes.length % DIGEST_BLOCK, whole = bytes.length - rest;
    for (size_t i = 0; i < whole; i += DIGEST_BLOCK)
        take_block(lane, bytes.at + i);
    memcpy(digester->lane, lane, sizeof lane);
    if (rest)
        memcpy(digester->pending, bytes.at + whole, rest);
    digester->length += bytes.length;
}

void digester_number(struct digester *digester, uint64_t number) {
    digester_add(digester, (struct str){(const char *)&number, sizeof number});
}

void digester_field(struct digester *digester, struct str bytes) {
    digester_number(digester, bytes.length);
    digester_add(digester, bytes);
}

void digester_digest(struct digester *digester, struct digest digest) {
    digester_number(digester, digest.half[0]);
    digester_number(digester, digest.half[1]);
}

struct digest digester_end(const struct digester *digester) {
    uint64_t lane[2] = {digester->lane[0], digester->lane[1]};
    char last[DIGEST_BLOCK] = {0};
    size_t pending = digester->length % DIGEST_BLOCK;
    if (pending) {
        memcpy(last, digester->pending, pending);
        take_block(lane, last);
    }
    uint64_t both = fold(lane[0] ^ odd[2], lane[1] ^ odd[3] ^ digester->length);
    return (struct digest){{fold(both ^ lane[0], odd[0]), fold(both ^ lane[1], odd[1])}};
}

struct digest digest_of(struct str bytes) {
    struct digester digester = {.length = 0};
    digester_add(&digester, bytes);
    return digester_end(&digester);
}

bool digest_equal(struct digest a, struct digest b) {
    return a.half[0] == b.half[0] && a.half[1] == b.half[1];
}

void digest_write(struct digest digest, char *out) {
    for (size_t i = 0; i < DIGEST_HEX; i++) {
        unsigned figure = digest.half[i / 16] >> (60 - 4 * (i % 16)) & 15;
        out[i] = "0123456789abcdef"[figure];
    }
}
