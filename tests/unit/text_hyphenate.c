#include "text/hyphenate.h"
#include "unit/check.h"
#include <string.h>

static struct arena *arena;
static struct hyphenation *hyphenation;

/* The word with its divisions, "hy-phen". */
static struct str divided(const char *language, const char *word) {
    struct str text = str_from(word);
    uint16_t offsets[48];
    struct dictionary *dictionary = hyphenation_find(hyphenation, str_from(language));
    size_t count = dictionary ? hyphenate(dictionary, text, offsets, 48) : 0;
    char *out = arena_alloc(arena, text.length + count + 1);
    size_t at = 0, next = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (next < count && offsets[next] == i) {
            out[at++] = '-';
            next++;
        }
        out[at++] = text.at[i];
    }
    return (struct str){out, at};
}

static void patterns(void) {
    CHECK_STR(divided("en-GB", "transportation"), "trans-port-a-tion");
    CHECK_STR(divided("en", "transportation"), "trans-porta-tion");
    CHECK_STR(divided("en-US", "hyphenation"), "hy-phen-ation");
    CHECK_STR(divided("ru", "сотрудничество"), "со-труд-ни-че-ство");
    /* Patterns that are parts of others count too. */
    CHECK_STR(divided("ru", "консульствами"), "кон-суль-ства-ми");
    CHECK_STR(divided("ru", "государств"), "го-су-дарств");
    CHECK_STR(divided("be", "супрацоўніцтва"), "су-п-ра-цоў-ні-ц-т-ва");
    CHECK_STR(divided("be", "міжнароднага"), "мі-ж-на-ро-д-на-га");
    CHECK_STR(divided("de", "Außenministerium"), "Au-ßen-mi-nis-te-ri-um");
    CHECK_STR(divided("de", "Zusammenarbeit"), "Zu-sam-men-ar-beit"); /* a list of compounds */
    CHECK_STR(divided("pl", "międzynarodowego"), "mię-dzy-na-ro-do-we-go");
    CHECK_STR(divided("fr", "République"), "Ré-pu-blique"); /* two letters and three */
    CHECK_STR(divided("es", "extranjero"), "ex-tran-je-ro");
    CHECK_STR(divided("es", "desarrollo"), "de-sa-rro-llo");
    CHECK_STR(divided("pl", "przedstawicielstwo"), "przed-sta-wi-ciel-stwo");
    CHECK_STR(divided("ru", "подъезда"), "подъ-ез-да");
    /* The shortest word that is divided leaves what its language asks before and after. */
    CHECK_STR(divided("ru", "было"), "бы-ло");
    CHECK_STR(divided("be", "гэта"), "гэ-та");
    CHECK_STR(divided("ru", "она"), "она");
    CHECK_STR(divided("en", "also"), "also");
    CHECK_STR(divided("ka", "საქართველო"), "საქართველო");
}

static void marks_and_exceptions(void) {
    /* Marks around the word do not matter, nor which apostrophe is written. */
    CHECK_STR(divided("en", "(transportation),"), "(trans-porta-tion),");
    struct str curly = divided("be", "аб’яднанне"), straight = divided("be", "аб'яднанне");
    CHECK(str_equal(straight, str_replace(arena, curly, STR("’"), STR("'"))));
    CHECK(str_find(curly, STR("-’")) == SIZE_MAX);
    CHECK_STR(divided("be", "пад’езд"), "пад’-езд");
    CHECK_STR(divided("be", "з’езд"), "з’езд");
    CHECK_STR(divided("be", "інтэрв’ю"), "ін-тэ-рв’ю");
    CHECK_STR(divided("be", "раз'ём"), "раз'-ём");
    CHECK_STR(divided("be", "камп\xCA\xBCютар"), "ка-мп\xCA\xBC-ю-тар"); /* U+02BC */
    CHECK_STR(divided("be", "«аб’явы»,"), "«аб’-я-вы»,");
    CHECK_STR(divided("be", "св’ята"), "св’я-та"); /* no syllable before the apostrophe */
    CHECK_STR(divided("fr", "l’organisation"), "l’or-ga-ni-sa-tion");
    CHECK_STR(divided("fr", "aujourd'hui"), "au-jour-d'hui");
    /* A part of a word that has a hyphen, up to it. */
    CHECK_STR(divided("ru", "государств-"), "го-су-дарств-");
    CHECK_STR(divided("en", "counter-"), "counter-");
    /* Not: short words, capitals, figures, words with hyphens, addresses. */
    CHECK_STR(divided("en", "into"), "into");
    CHECK_STR(divided("en", "TRANSPORTATION"), "TRANSPORTATION");
    CHECK_STR(divided("en", "transportation2"), "transportation2");
    CHECK_STR(divided("en", "counter-transportation"), "counter-transportation");
    CHECK_STR(divided("en", "transportation@example"), "transportation@example");
}

int main(void) {
    arena = arena_new();
    hyphenation = hyphenation_new(STR("/usr/share/hyphen"), arena);
    patterns();
    marks_and_exceptions();
    hyphenation_free(hyphenation);
    arena_free(arena);
    return check_end();
}
