#include "unit/check.h"
#include "yaml/pool.h"

struct pair {
    uint64_t left, right;
};

static void test_strings(struct pool *pool) {
    char text[] = "Europe, Africa";
    struct str europe = pool_str(pool, str_part(str_from(text), 0, 6));
    struct str africa = pool_str(pool, str_part(str_from(text), 8, 6));
    CHECK(pool_str(pool, STR("Europe")).at == europe.at);
    text[0] = 'e';
    CHECK_STR(europe, "Europe");
    CHECK(europe.at[6] == 0 && !str_equal(europe, africa));
    CHECK(pool_lone(pool, STR("Europe")).at != europe.at);
    CHECK(pool_str(pool, (struct str){0}).at != NULL);
}

static void test_many(struct pool *pool, struct arena *arena) {
    enum { MANY = 5000 };
    const char *at[MANY];
    for (int i = 0; i < MANY; i++)
        at[i] = pool_str(pool, str_print(arena, "number %d", i)).at;
    for (int i = 0; i < MANY; i++)
        CHECK(pool_str(pool, str_print(arena, "number %d", i)).at == at[i]);
}

/* The bytes of an array may be those of a string, but it stands where structs can. */
static void test_arrays(struct pool *pool) {
    struct pair pairs[] = {{0x6161616161616161u, 2}, {3, 4}};
    struct str bytes = pool_str(pool, (struct str){(const char *)pairs, sizeof pairs});
    const struct pair *kept = pool_array(pool, pairs, sizeof pairs);
    CHECK((const char *)kept != bytes.at && (uintptr_t)kept % 16 == 0 && kept[1].right == 4);
    CHECK(pool_array(pool, pairs, sizeof pairs) == kept);
    CHECK(pool_array(pool, pairs, sizeof *pairs) != kept);
}

int main(void) {
    struct arena *arena = arena_new(), *scratch = arena_new();
    struct pool pool = {.arena = arena, .scratch = scratch};
    test_strings(&pool);
    test_many(&pool, scratch);
    test_arrays(&pool);
    const char *europe = pool_str(&pool, STR("Europe")).at;
    pool_forget(&pool);
    CHECK(pool_str(&pool, STR("Europe")).at != europe);
    arena_free(scratch);
    arena_free(arena);
    return check_end();
}
