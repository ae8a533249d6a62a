#include "base/arena.h"
#include "base/array.h"
#include "base/workers.h"
#include "unit/check.h"
#include <stdatomic.h>
#include <string.h>

static bool is_zero(const char *at, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (at[i])
            return false;
    return true;
}

/* What comes after a rewind is zero although the memory was written before. */
static void test_rewind(struct arena *arena) {
    struct arena_mark mark = arena_mark(arena);
    size_t used = arena_used(arena);
    for (int round = 0; round < 3; round++) {
        for (size_t size = 1; size < 300000; size = size * 3 + 1) {
            char *at = arena_alloc(arena, size);
            CHECK((uintptr_t)at % 16 == 0 && is_zero(at, size));
            memset(at, 0xAA, size);
        }
        arena_rewind(arena, mark);
        CHECK(arena_used(arena) == used);
    }
}

static void test_grow(struct arena *arena) {
    char *first = arena_alloc(arena, 10);
    memcpy(first, "0123456789", 10);
    char *grown = arena_grow(arena, first, 10, 100);
    CHECK(grown == first && is_zero(grown + 10, 90));
    arena_alloc(arena, 1);
    char *moved = arena_grow(arena, grown, 100, 200);
    CHECK(moved != grown && memcmp(moved, "0123456789", 10) == 0 && is_zero(moved + 10, 190));
}

static void test_array(struct arena *arena) {
    ARRAY(int) numbers = {0};
    for (int i = 0; i < 10000; i++)
        array_push(&numbers, arena, i);
    *array_add(&numbers, arena) += 7; /* the new element is zero */
    bool right = numbers.count == 10001 && numbers.at[10000] == 7;
    for (int i = 0; i < 10000; i++)
        right = right && numbers.at[i] == i;
    CHECK(right);
}

/* Large ones grow in any order, leave no copy behind, and outlive a rewind to after their birth. */
static void test_large(struct arena *arena) {
    enum { SIZE = 1 << 20 };
    size_t used = arena_used(arena);
    char *first = arena_alloc(arena, SIZE), *second = arena_alloc(arena, SIZE);
    memset(first, 1, SIZE);
    memset(second, 2, SIZE);
    struct arena_mark mark = arena_mark(arena);
    memset(arena_alloc(arena, SIZE), 3, SIZE);
    first = arena_grow(arena, first, SIZE, 4 * SIZE);
    second = arena_grow(arena, second, SIZE, 2 * SIZE);
    arena_rewind(arena, mark);
    CHECK(first[SIZE - 1] == 1 && is_zero(first + SIZE, 3 * SIZE));
    CHECK(second[SIZE - 1] == 2 && is_zero(second + SIZE, SIZE));
    CHECK(arena_used(arena) < used + 6 * SIZE + 4096);
    CHECK(arena_used(arena) >= used + 6 * SIZE);
    char *small = arena_alloc(arena, 100);
    arena_drop(arena, first, 4 * SIZE);
    arena_drop(arena, small, 100);
    CHECK(arena_used(arena) < used + 2 * SIZE + 4096);
    CHECK(second[SIZE - 1] == 2);
    arena_rewind(arena, mark);
    second = arena_grow(arena, second, 2 * SIZE, 3 * SIZE);
    CHECK(second[SIZE - 1] == 2 && is_zero(second + SIZE, 2 * SIZE));
}

struct tally {
    atomic_int calls[1000];
    atomic_bool wrong_worker;
};

static void count_call(void *context, size_t index, unsigned worker) {
    struct tally *tally = context;
    atomic_fetch_add(&tally->calls[index], 1);
    if (worker >= 4)
        atomic_store(&tally->wrong_worker, true);
}

static void test_workers(void) {
    static struct tally tally; /* zeroed */
    workers_run(4, 1000, count_call, &tally);
    bool once = !tally.wrong_worker;
    for (size_t i = 0; i < 1000; i++)
        once = once && tally.calls[i] == 1;
    CHECK(once);
    workers_run(1, 0, count_call, &tally);
    CHECK(workers_cores() >= 1);
}

int main(void) {
    struct arena *arena = arena_new();
    test_rewind(arena);
    test_grow(arena);
    test_array(arena);
    test_large(arena);
    test_workers();
    arena_free(arena);
    return check_end();
}
