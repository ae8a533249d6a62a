#include "base/digest.h"
#include "base/shard.h"
#include "unit/check.h"
#include <string.h>

/* Bytes that repeat in no period of a block. */
static void fill(char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++)
        bytes[i] = (char)(i * 131 + i / 7);
}

static void test_pieces(void) {
    enum { LENGTH = 200 };
    char bytes[LENGTH];
    fill(bytes, LENGTH);
    struct digest whole = digest_of((struct str){bytes, LENGTH});
    for (size_t first = 0; first <= LENGTH; first++)
        for (size_t second = first; second <= LENGTH; second += 13) {
            struct digester digester = {.length = 0};
            digester_add(&digester, (struct str){bytes, first});
            digester_add(&digester, (struct str){bytes + first, second - first});
            digester_add(&digester, (struct str){bytes + second, LENGTH - second});
            CHECK(digest_equal(digester_end(&digester), whole));
        }
}

/* Every bit and every length counts, and in both halves. */
static void test_changes(void) {
    enum { LENGTH = 100 };
    char bytes[LENGTH];
    fill(bytes, LENGTH);
    struct digest whole = digest_of((struct str){bytes, LENGTH});
    for (size_t bit = 0; bit < 8 * LENGTH; bit++) {
        bytes[bit / 8] ^= (char)(1 << bit % 8);
        struct digest other = digest_of((struct str){bytes, LENGTH});
        CHECK(other.half[0] != whole.half[0] && other.half[1] != whole.half[1]);
        bytes[bit / 8] ^= (char)(1 << bit % 8);
    }
    static const char zeros[LENGTH];
    struct digest before = digest_of(STR(""));
    for (size_t length = 1; length <= LENGTH; length++) {
        struct digest digest = digest_of((struct str){zeros, length});
        CHECK(!digest_equal(digest, before));
        before = digest;
    }
}

static void test_fields(void) {
    struct digester one = {.length = 0}, other = {.length = 0};
    digester_field(&one, STR("ab"));
    digester_field(&one, STR("c"));
    digester_field(&other, STR("a"));
    digester_field(&other, STR("bc"));
    CHECK(!digest_equal(digester_end(&one), digester_end(&other)));
}

static void test_figures(void) {
    char text[DIGEST_HEX];
    digest_write((struct digest){{0x0123456789ABCDEFu, 0xF0u}}, text);
    CHECK(memcmp(text, "0123456789abcdef00000000000000f0", DIGEST_HEX) == 0);
}

/* Each name is in one shard, and the shards are about alike. */
static void test_shards(void) {
    enum { NAMES = 4000, SHARDS = 7 };
    size_t counts[SHARDS] = {0};
    for (int i = 0; i < NAMES; i++) {
        char name[32];
        int length = snprintf(name, sizeof name, "2019-11-%05d-en.yaml", i);
        int found = 0;
        for (unsigned number = 1; number <= SHARDS; number++)
            if (shard_has((struct shard){number, SHARDS}, (struct str){name, (size_t)length})) {
                counts[number - 1]++;
                found++;
            }
        CHECK(found == 1);
    }
    for (int i = 0; i < SHARDS; i++)
        CHECK(counts[i] > NAMES / SHARDS * 8 / 10 && counts[i] < NAMES / SHARDS * 12 / 10);
    CHECK(shard_has((struct shard){0, 0}, STR("anything")));
}

int main(void) {
    test_pieces();
    test_changes();
    test_fields();
    test_figures();
    test_shards();
    return check_end();
}
