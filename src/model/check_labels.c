#include "model/check.h"

#include "base/array.h"

/* A language in which something is made, and where the data first says so. */
struct wanted {
    struct string language;
    bool edition; /* of a bulletin or directory; else of a release alone */
};

struct languages {
    ARRAY(struct wanted) list;
};

/* There are few languages, whatever the number of files. */
static void want(struct checker *checker, struct languages *languages,
                 const struct string *language, bool edition) {
    if (!language->text.length)
        return;
    for (size_t i = 0; i < languages->list.count; i++) {
        struct wanted *known = &languages->list.at[i];
        if (!str_equal(known->language.text, language->text))
            continue;
        if (edition && !known->edition)
            *known = (struct wanted){*language, true};
        return;
    }
    array_push(&languages->list, checker->scratch, (struct wanted){*language, edition});
}

static void want_all(struct checker *checker, struct languages *languages) {
    const struct model *model = checker->model;
    for (size_t i = 0; i < model->bulletins.count; i++)
        for (size_t k = 0; k < model->bulletins.at[i].languages.count; k++)
            want(checker, languages, &model->bulletins.at[i].languages.at[k], true);
    for (size_t i = 0; i < model->directories.count; i++)
        for (size_t k = 0; k < model->directories.at[i].languages.count; k++)
            want(checker, languages, &model->directories.at[i].languages.at[k], true);
    for (size_t i = 0; i < model->releases.count; i++)
        want(checker, languages, &model->releases.at[i].language, false);
}

static bool has_word(const struct label *label, struct str language) {
    struct str primary = str_part(language, 0, str_find(language, STR("-")));
    return text_has(&label->text, language) || text_has(&label->text, primary);
}

/* A language that no label has is told once, where it is asked for. A release may do without: its
 * page then has English words. */
static void lacks_all(struct checker *checker, const struct wanted *wanted) {
    struct str language = wanted->language.text;
    if (wanted->edition)
        diag_fault(checker->diag, wanted->language.span,
                   "translate labels.yaml, or leave the language out",
                   "labels.yaml has no words in `%.*s`", STR_ARGS(language));
    else
        diag_warn(checker->diag, wanted->language.span,
                  "translate labels.yaml; English words stand in for them",
                  "labels.yaml has no words in `%.*s`", STR_ARGS(language));
}

/* A language of releases alone needs the words of a print version. */
static bool is_wanted(const struct label *label, const struct wanted *wanted) {
    return !label->built_in && label_is_known(label->key.text) &&
           (wanted->edition || label_is_of_release(label->key.text));
}

static void check_language(struct checker *checker, const struct wanted *wanted) {
    const struct labels *labels = &checker->model->labels;
    struct str language = wanted->language.text;
    size_t lacking = 0, given = 0;
    for (size_t i = 0; i < labels->count; i++) {
        given += is_wanted(&labels->at[i], wanted);
        lacking += is_wanted(&labels->at[i], wanted) && !has_word(&labels->at[i], language);
    }
    if (lacking == given) {
        lacks_all(checker, wanted);
        return;
    }
    for (size_t i = 0; lacking && i < labels->count; i++)
        if (is_wanted(&labels->at[i], wanted) && !has_word(&labels->at[i], language))
            diag_fault(checker->diag, labels->at[i].key.span, "add the translation",
                       "`%.*s` has no word in `%.*s`", STR_ARGS(labels->at[i].key.text),
                       STR_ARGS(language));
}

static void unknown_label(struct checker *checker, const struct label *label) {
    const char *nearest = schema_nearest(label->key.text, label_keys, label_key_count);
    const char *hint = nearest ? str_print(checker->scratch, "did you mean `%s`?", nearest).at
                               : "leave it out; data/README.md lists the labels";
    diag_fault(checker->diag, label->key.span, hint, "no page has the label `%.*s`",
               STR_ARGS(label->key.text));
}

/* The file that the labels came from; NULL when all are the program's own. */
static const char *labels_file(const struct labels *labels) {
    for (size_t i = 0; i < labels->count; i++)
        if (!labels->at[i].built_in)
            return labels->at[i].key.span.file;
    return NULL;
}

static void check_keys(struct checker *checker, const char *file) {
    const struct labels *labels = &checker->model->labels;
    for (size_t i = 0; i < labels->count; i++) {
        if (labels->at[i].built_in)
            diag_fault(checker->diag, (struct span){.file = file}, "add it, in every language",
                       "the label `%.*s` is missing", STR_ARGS(labels->at[i].key.text));
        else if (!label_is_known(labels->at[i].key.text))
            unknown_label(checker, &labels->at[i]);
    }
}

static void check_languages(struct checker *checker) {
    struct languages languages = {0};
    want_all(checker, &languages);
    for (size_t i = 0; i < languages.list.count; i++)
        check_language(checker, &languages.list.at[i]);
}

void check_labels(struct checker *checker) {
    const struct model *model = checker->model;
    const char *file = labels_file(&model->labels);
    if (file) {
        check_keys(checker, file);
        check_languages(checker);
    } else if (model->folder.length) {
        diag_warn(checker->diag, (struct span){.file = model->folder.at},
                  "copy it from the sample data; English words stand in for it",
                  "the folder has no labels.yaml");
    }
}
