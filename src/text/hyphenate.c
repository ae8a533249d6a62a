#include "text/hyphenate.h"
#include "text/patterns.h"
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

enum { LONGEST_WORD = 96, MISSING = 0xFFFF, CURLY_APOSTROPHE = 0x2019 };

struct language_rule {
    struct str tag;   /* a range of BCP 47; the first that matches is taken */
    const char *file; /* hyph_FILE.dic */
    uint8_t left, right;
};
static const struct language_rule rules[] = {
    {{"be", 2}, "be_BY", 2, 2}, {{"ru", 2}, "ru_RU", 2, 2}, {{"en-GB", 5}, "en_GB", 2, 3},
    {{"en", 2}, "en_US", 2, 3}, {{"de", 2}, "de_DE", 2, 2}, {{"fr", 2}, "fr", 2, 3},
    {{"es", 2}, "es_ES", 2, 2}, {{"pl", 2}, "pl_PL", 2, 2},
};
enum { RULES = sizeof rules / sizeof *rules };

struct dictionary {
    const struct language_rule *rule;
    struct str folder;
    struct arena *arena;
    bool tried, utf8;
    struct patterns *patterns;
    uint32_t apostrophe; /* the one that the patterns have */
    uint16_t upper[128]; /* code points of the bytes 80 to FF, when it is not in UTF-8 */
};

struct hyphenation {
    struct dictionary dictionaries[RULES];
};

struct hyphenation *hyphenation_new(struct str folder, struct arena *arena) {
    struct hyphenation *hyphenation = arena_make(arena, struct hyphenation, 1);
    for (size_t i = 0; i < RULES; i++) {
        hyphenation->dictionaries[i].rule = &rules[i];
        hyphenation->dictionaries[i].arena = arena;
        hyphenation->dictionaries[i].folder = str_copy(arena, folder);
    }
    return hyphenation;
}

void hyphenation_free(struct hyphenation *hyphenation) {
    for (size_t i = 0; i < RULES; i++)
        if (hyphenation->dictionaries[i].patterns)
            patterns_free(hyphenation->dictionaries[i].patterns);
}

struct dictionary *hyphenation_find(struct hyphenation *hyphenation, struct str language) {
    for (size_t i = 0; i < RULES; i++) {
        struct str tag = rules[i].tag;
        if (str_starts(language, tag) &&
            (language.length == tag.length || language.at[tag.length] == '-'))
            return &hyphenation->dictionaries[i];
    }
    return NULL;
}

/* The code points of the upper half of an 8-bit character set, through ICU's tables. */
static void upper_half_read(struct dictionary *dictionary) {
    UErrorCode status = U_ZERO_ERROR;
    const char *encoding = str_copy(dictionary->arena, patterns_encoding(dictionary->patterns)).at;
    UConverter *converter = ucnv_open(encoding, &status);
    for (int i = 0; i < 128; i++) {
        char byte = (char)(0x80 + i);
        UChar out[4];
        dictionary->upper[i] = MISSING;
        if (U_FAILURE(status))
            continue;
        UErrorCode result = U_ZERO_ERROR;
        if (ucnv_toUChars(converter, out, 4, &byte, 1, &result) == 1)
            dictionary->upper[i] = out[0];
    }
    if (converter)
        ucnv_close(converter);
}

/* A language whose dictionary is not installed is set without divisions. */
static bool dictionary_open(struct dictionary *dictionary) {
    if (dictionary->tried)
        return dictionary->patterns;
    dictionary->tried = true;
    struct arena *arena = dictionary->arena;
    struct str path =
        str_print(arena, "%.*s/hyph_%s.dic", STR_ARGS(dictionary->folder), dictionary->rule->file);
    dictionary->patterns = patterns_read(path.at, arena);
    if (!dictionary->patterns)
        return false;
    dictionary->utf8 = str_equal(patterns_encoding(dictionary->patterns), STR("UTF-8"));
    if (!dictionary->utf8)
        upper_half_read(dictionary);
    bool curly = dictionary->utf8 && patterns_mention(dictionary->patterns, STR("\xE2\x80\x99"));
    dictionary->apostrophe = curly ? CURLY_APOSTROPHE : '\'';
    return true;
}

/* A word as the patterns want it: small letters, the dictionary's encoding, one apostrophe. */
struct folded {
    char bytes[LONGEST_WORD * 4 + 8];
    size_t length;
    uint16_t starts[LONGEST_WORD + 1]; /* of its characters, offsets into the text */
    uint32_t letters[LONGEST_WORD];
    uint16_t places[LONGEST_WORD]; /* among the bytes */
    size_t count;
};

static bool is_apostrophe(uint32_t c) {
    return c == '\'' || c == CURLY_APOSTROPHE || c == 0x02BC;
}

static bool encode(const struct dictionary *dictionary, struct folded *folded, uint32_t c) {
    if (dictionary->utf8) {
        folded->length += utf8_write(folded->bytes + folded->length, c);
        return true;
    }
    if (c < 0x80) {
        folded->bytes[folded->length++] = (char)c;
        return true;
    }
    for (int i = 0; i < 128; i++)
        if (dictionary->upper[i] == c) {
            folded->bytes[folded->length++] = (char)(0x80 + i);
            return true;
        }
    return false;
}

static bool is_letter(uint32_t c) {
    return c < 0x80 ? (c | 32) >= 'a' && (c | 32) <= 'z' : u_isalpha((UChar32)c);
}

/* In letters: what leaves the least before and after a hyphen. */
static size_t shortest_word(const struct dictionary *dictionary) {
    return (size_t)dictionary->rule->left + dictionary->rule->right;
}

/* The letters between the marks around them; false when the word is one that is not divided. */
static bool fold(const struct dictionary *dictionary, struct str word, struct folded *folded) {
    const char *at = word.at, *end = word.at + word.length, *last = word.at;
    bool small = false, letters_over = false;
    folded->length = folded->count = 0;
    while (at < end) {
        const char *start = at;
        uint32_t c = utf8_next(&at, end);
        bool letter = is_letter(c), inner = is_apostrophe(c) && folded->count > 0;
        if (!letter && !inner) {
            if (c == '@' || (c >= '0' && c <= '9') || u_isdigit((UChar32)c))
                return false;
            letters_over = folded->count > 0;
            continue;
        }
        if (letter && letters_over)
            return false;
        if (folded->count == LONGEST_WORD)
            return false;
        uint32_t lower = inner ? CURLY_APOSTROPHE : (uint32_t)u_tolower((UChar32)c);
        small |= letter && lower == c;
        folded->starts[folded->count] = (uint16_t)(start - word.at);
        folded->letters[folded->count++] = lower;
        if (letter)
            last = at;
    }
    while (folded->count && is_apostrophe(folded->letters[folded->count - 1]))
        folded->count--;
    folded->starts[folded->count] = (uint16_t)(last - word.at);
    if (folded->count < shortest_word(dictionary) || !small)
        return false;
    for (size_t i = 0; i < folded->count; i++) {
        uint32_t c = folded->letters[i];
        folded->places[i] = (uint16_t)folded->length;
        if (!encode(dictionary, folded, is_apostrophe(c) ? dictionary->apostrophe : c))
            return false;
    }
    return true;
}

static bool is_cyrillic(const struct folded *folded) {
    return folded->letters[0] >= 0x400 && folded->letters[0] < 0x530;
}

static bool has_vowel(const struct folded *folded, size_t from, size_t to) {
    static const uint32_t vowels[] = {0x430, 0x435, 0x438, 0x43E, 0x443, 0x44B, 0x44D,
                                      0x44E, 0x44F, 0x451, 0x454, 0x456, 0x457};
    for (size_t i = from; i < to; i++)
        for (size_t k = 0; k < sizeof vowels / sizeof *vowels; k++)
            if (folded->letters[i] == vowels[k])
                return true;
    return false;
}

/* Both parts have a syllable (the Belarusian rules of spelling, 2008): the patterns would part
 * св’-ята. */
static bool syllables_allow(const struct folded *folded, size_t at) {
    return !is_cyrillic(folded) ||
           (has_vowel(folded, 0, at) && has_vowel(folded, at, folded->count));
}

/* An apostrophe is no letter, and stays with the syllable before it. After it a word is divided
 * only where it parts letters of one word, as in Belarusian (аб’-ява), not in English or French. */
static bool apostrophe_allows(const struct dictionary *dictionary, const struct folded *folded,
                              size_t at) {
    bool cyrillic = is_cyrillic(folded);
    if (is_apostrophe(folded->letters[at]))
        return false;
    if (is_apostrophe(folded->letters[at - 1]))
        return cyrillic && at > dictionary->rule->left;
    return !cyrillic || at + 1 == folded->count || !is_apostrophe(folded->letters[at + 1]);
}

size_t hyphenate(struct dictionary *dictionary, struct str word, uint16_t *offsets, size_t room) {
    struct folded folded;
    if (word.length < shortest_word(dictionary) || !dictionary_open(dictionary) ||
        !fold(dictionary, word, &folded))
        return 0;
    bool divides[LONGEST_WORD * 4 + 9];
    patterns_apply(dictionary->patterns, (struct str){folded.bytes, folded.length}, divides);
    size_t count = 0;
    for (size_t i = dictionary->rule->left;
         i + dictionary->rule->right <= folded.count && count < room; i++)
        if (divides[folded.places[i]] && apostrophe_allows(dictionary, &folded, i) &&
            syllables_allow(&folded, i))
            offsets[count++] = folded.starts[i];
    return count;
}
