#include "text/patterns.h"
#include "base/file.h"
#include <string.h>

enum { LEVELS = 2, ROOM = PATTERNS_LONGEST_WORD + 2 };

#define HASH_START UINT32_C(0x811C9DC5)
#define HASH_STEP UINT32_C(0x01000193)

/* Where letters with which a pattern begins stand in the file, under their hash (FNV-1a). */
struct slot {
    uint32_t hash, at;
    uint16_t letters;
    bool whole; /* they are the pattern */
};
/* Patterns of one level: open addressing, no deletion. */
struct level {
    struct slot *slots; /* at 0: free */
    uint32_t mask, used;
    size_t longest; /* letters */
};
struct patterns {
    struct mapping mapping;
    struct level levels[LEVELS]; /* where compounds are joined, and their parts; or these alone */
    size_t level_count;
    bool utf8;
};

static bool is_figure(char c) {
    return c >= '0' && c <= '9';
}

static uint32_t hash_add(uint32_t hash, char letter) {
    return (hash ^ (uint8_t)letter) * HASH_STEP;
}

static struct str line_at(struct str file, size_t at) {
    const char *newline = memchr(file.at + at, '\n', file.length - at);
    return (struct str){file.at + at, (newline ? (size_t)(newline - file.at) : file.length) - at};
}

/* A pattern goes as far as the line's first white; a change of spelling follows after '/'. */
static bool pattern_goes_on(struct str line, size_t i) {
    return i < line.length && (uint8_t)line.at[i] > ' ' && line.at[i] != '/';
}

/* Comments, and settings, which are in capitals. */
static bool is_pattern(struct str line) {
    char c = line.length ? line.at[0] : '%';
    return c != '%' && c != '#' && (c < 'A' || c > 'Z') && (uint8_t)c > ' ';
}

static bool letters_begin(struct str line, const char *letters, size_t count) {
    size_t seen = 0;
    for (size_t i = 0; seen < count && pattern_goes_on(line, i); i++)
        if (!is_figure(line.at[i]) && line.at[i] != letters[seen++])
            return false;
    return seen == count;
}

/* The slot of the letters, or the free one where they belong. */
static struct slot *slot_find(const struct level *level, struct str file, uint32_t hash,
                              const char *letters, size_t count) {
    for (uint32_t i = hash & level->mask;; i = (i + 1) & level->mask) {
        struct slot *slot = &level->slots[i];
        if (!slot->at || (slot->hash == hash && slot->letters == count &&
                          letters_begin(line_at(file, slot->at), letters, count)))
            return slot;
    }
}

static void level_grow(struct level *level, struct arena *arena) {
    struct level grown = *level;
    grown.mask = level->mask * 2 + 1;
    grown.slots = arena_make(arena, struct slot, (size_t)grown.mask + 1);
    for (uint32_t i = 0; i <= level->mask; i++) {
        uint32_t at = level->slots[i].hash & grown.mask;
        if (!level->slots[i].at)
            continue;
        while (grown.slots[at].at)
            at = (at + 1) & grown.mask;
        grown.slots[at] = level->slots[i];
    }
    *level = grown;
}

/* The later of two patterns of the same letters holds. */
static void pattern_add(struct level *level, struct str file, struct str line, bool prefixes,
                        struct arena *arena) {
    size_t at = (size_t)(line.at - file.at);
    char letters[ROOM];
    uint32_t hashes[ROOM];
    size_t count = 0;
    for (size_t i = 0; pattern_goes_on(line, i) && count < ROOM; i++)
        if (!is_figure(line.at[i])) {
            hashes[count] = hash_add(count ? hashes[count - 1] : HASH_START, line.at[i]);
            letters[count++] = line.at[i];
        }
    for (size_t length = prefixes ? 1 : count; length && length <= count; length++) {
        if (level->used > level->mask / 2)
            level_grow(level, arena);
        struct slot *slot = slot_find(level, file, hashes[length - 1], letters, length);
        level->used += !slot->at;
        if (!slot->at || length == count)
            *slot =
                (struct slot){hashes[length - 1], (uint32_t)at, (uint16_t)length, length == count};
    }
    if (count > level->longest)
        level->longest = count;
}

static size_t level_end(struct str file, size_t at) {
    size_t next = str_find(str_part(file, at - 1, SIZE_MAX), STR("\nNEXTLEVEL"));
    return next == SIZE_MAX ? file.length : at + next;
}

static bool level_empty(struct str file, size_t at, size_t end) {
    for (; at < end; at += line_at(file, at).length + 1)
        if (is_pattern(line_at(file, at)))
            return false;
    return true;
}

static void level_read(struct patterns *patterns, size_t at, size_t end, struct arena *arena) {
    enum { BYTES = 8, PREFIXES = 6 }; /* of a pattern, in the mean */
    struct str file = patterns->mapping.bytes;
    struct level *level = &patterns->levels[patterns->level_count++];
    bool parts = patterns->level_count == LEVELS;
    size_t capacity = 64;
    while (capacity < (end - at) * 2 * (parts ? PREFIXES : 1) / BYTES)
        capacity *= 2;
    level->slots = arena_make(arena, struct slot, capacity);
    level->mask = (uint32_t)capacity - 1;
    for (struct str line; at < end; at += line.length + 1) {
        line = line_at(file, at);
        if (is_pattern(line))
            pattern_add(level, file, line, parts, arena);
    }
}

struct patterns *patterns_read(const char *path, struct arena *arena) {
    struct patterns *patterns = arena_make(arena, struct patterns, 1);
    struct diag *unheard = diag_new(arena);
    if (!file_exists(path) || !mapping_open(&patterns->mapping, path, (struct span){0}, unheard))
        return NULL;
    struct str file = patterns->mapping.bytes;
    if (file.length == 0) {
        mapping_close(&patterns->mapping);
        return NULL;
    }
    patterns->utf8 = str_equal(patterns_encoding(patterns), STR("UTF-8"));
    for (size_t at = line_at(file, 0).length + 1;
         at < file.length && patterns->level_count < LEVELS;) {
        size_t end = level_end(file, at);
        if (!level_empty(file, at, end))
            level_read(patterns, at, end, arena);
        at = end + line_at(file, end).length + 1;
    }
    return patterns;
}

void patterns_free(struct patterns *patterns) {
    mapping_close(&patterns->mapping);
}

struct str patterns_encoding(const struct patterns *patterns) {
    struct str line = line_at(patterns->mapping.bytes, 0);
    while (line.length && (uint8_t)line.at[line.length - 1] <= ' ')
        line.length--;
    return line;
}

bool patterns_mention(const struct patterns *patterns, struct str bytes) {
    return str_find(patterns->mapping.bytes, bytes) != SIZE_MAX;
}

/* Raises the values before the letters to those of the pattern. A division that would change the
 * spelling is made even, which forbids it. */
static void values_raise(struct str line, uint8_t *values) {
    bool changes = memchr(line.at, '/', line.length) != NULL;
    for (size_t i = 0, letter = 0; pattern_goes_on(line, i); i++) {
        if (!is_figure(line.at[i])) {
            letter++;
            continue;
        }
        uint8_t value = (uint8_t)(line.at[i] - '0');
        if (changes && value & 1)
            value++;
        if (value > values[letter])
            values[letter] = value;
    }
}

static bool goes_on(struct str part, size_t at, bool utf8) {
    return utf8 && at < part.length && ((uint8_t)part.at[at] & 0xC0) == 0x80;
}

static void level_apply(const struct patterns *patterns, const struct level *level, struct str part,
                        bool exclusive, bool *divides) {
    struct str file = patterns->mapping.bytes;
    char letters[ROOM];
    uint8_t values[ROOM + 1] = {0};
    bool ended[ROOM + 1] = {false};
    size_t count = part.length + 2;
    struct str all = {letters, count};
    letters[0] = letters[count - 1] = '.';
    memcpy(letters + 1, part.at, part.length);
    for (size_t from = 0; from < count; from++) {
        if (goes_on(all, from, patterns->utf8))
            continue;
        uint32_t hash = HASH_START;
        size_t most = count - from < level->longest ? count - from : level->longest;
        for (size_t length = 1; length <= most; length++) {
            hash = hash_add(hash, letters[from + length - 1]);
            if (goes_on(all, from + length, patterns->utf8) || (exclusive && ended[from + length]))
                continue;
            const struct slot *slot = slot_find(level, file, hash, letters + from, length);
            ended[from + length] |= slot->at != 0;
            if (slot->whole)
                values_raise(line_at(file, slot->at), values + from);
        }
    }
    for (size_t i = 1; i < part.length; i++)
        divides[i] = values[i + 1] & 1;
}

/* No single letter is parted from either end of a part of a compound. */
static void single_letters_keep(struct str part, bool utf8, bool *divides) {
    size_t first = 1, last = part.length - 1;
    while (first < part.length && goes_on(part, first, utf8))
        first++;
    while (last > 0 && goes_on(part, last, utf8))
        last--;
    if (first < part.length)
        divides[first] = false;
    if (last > 0)
        divides[last] = false;
}

void patterns_apply(const struct patterns *patterns, struct str word, bool *divides) {
    memset(divides, 0, word.length + 1);
    if (word.length > PATTERNS_LONGEST_WORD || patterns->level_count == 0)
        return;
    bool compounds = patterns->level_count > 1;
    level_apply(patterns, &patterns->levels[0], word, compounds, divides);
    if (!compounds)
        return;
    for (size_t from = 0, to; from < word.length; from = to) {
        for (to = from + 1; to < word.length && !divides[to];)
            to++;
        bool joint = divides[from];
        struct str part = str_part(word, from, to - from);
        level_apply(patterns, &patterns->levels[1], part, true, divides + from);
        single_letters_keep(part, patterns->utf8, divides + from);
        divides[from] = joint;
    }
}
