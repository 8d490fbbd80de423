// The walls of the house, as rules: who may import whom, and what nobody may do.
import vue from "eslint-plugin-vue";
import ts from "typescript-eslint";

const native = {
  group: ["@tauri-apps/*", "@/ipc/generated", "**/ipc/generated", "**/generated"],
  message: "Only src/ipc touches the native side and the generated types: import from @/ipc.",
};
const features = {
  group: ["@/features/*", "**/features/**"],
  message: "Parts and tools know no subject.",
};
const frame = {
  group: ["@/app/*", "**/app/**"],
  message: "Features and parts don't know the frame.",
};
const subjects = {
  group: ["@/ipc", "@/ipc/*"],
  allowTypeImports: true,
  message: "Parts without a subject don't call the desk.",
};
const otherFeatures = {
  regex: "^(@/features/|\\.\\./)",
  message: "A feature is one flat folder, <wing>/<subject>, and never imports another feature.",
};
const otherWords = {
  regex: "^\\./|^\\.\\./(?!\\.\\./|terms$)",
  message: "Words of a subject know no other subject: what several say stands in terms or common.",
};
const only = (...patterns) => ["error", { patterns }];

const noStorage = [
  "error",
  ...["localStorage", "sessionStorage", "indexedDB"].map((name) => ({
    name,
    message: "Nothing is kept outside the encrypted store: use a draft.",
  })),
];

const ownClock = [
  "error",
  ...[
    "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    "NewExpression[callee.name='Date'][arguments.length=0]",
    "MemberExpression[property.name=/^(get(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)|toLocale(Date|Time)String)$/]",
  ].map((selector) => ({
    selector,
    message: "The desk's clock and China's time: lib/clock.ts and lib/dates.ts.",
  })),
];

export default ts.config(
  { ignores: ["dist/", "node_modules/", "dev/out/"] },
  ...ts.configs.recommended,
  ...vue.configs["flat/recommended"],
  {
    files: ["**/*.{ts,vue,js}"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".vue"] } },
    rules: {
      "no-restricted-globals": noStorage,
      "no-restricted-properties": [
        "error",
        ...["localStorage", "sessionStorage", "indexedDB"].map((property) => ({
          object: "window",
          property,
        })),
      ],
      "@typescript-eslint/no-restricted-imports": only(native),
      "no-undef": "off",
      "vue/no-v-html": "error",
      "vue/no-static-inline-styles": ["error", { allowBinding: false }],
      "vue/block-lang": ["error", { script: { lang: "ts" } }],
      "vue/html-self-closing": ["error", { html: { void: "always" } }],
      "vue/max-attributes-per-line": "off",
      "vue/singleline-html-element-content-newline": "off",
      "vue/multiline-html-element-content-newline": "off",
      "vue/html-indent": "off",
      "vue/html-closing-bracket-newline": "off",
      "vue/attributes-order": "off",
      "vue/order-in-components": "off",
      "vue/first-attribute-linebreak": "off",
      "vue/require-default-prop": "off",
      "vue/multi-word-component-names": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "max-lines": ["error", 330],
      "vue/max-len": [
        "error",
        {
          code: 100,
          template: 100,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreUrls: true,
          ignoreHTMLAttributeValues: false,
        },
      ],
    },
  },
  {
    files: ["src/**"],
    ignores: ["src/lib/clock.ts", "src/lib/dates.ts"],
    rules: { "no-restricted-syntax": ownClock },
  },
  {
    files: ["src/lib/**", "src/components/**"],
    rules: { "@typescript-eslint/no-restricted-imports": only(native, features, frame, subjects) },
  },
  {
    files: ["src/features/**"],
    rules: { "@typescript-eslint/no-restricted-imports": only(native, frame, otherFeatures) },
  },
  {
    files: ["src/i18n/**"],
    rules: {
      "@typescript-eslint/no-restricted-imports": only(
        { ...native, group: ["@tauri-apps/*"] },
        features,
        frame,
      ),
    },
  },
  {
    files: ["src/i18n/*/*/*.ts"],
    rules: {
      "@typescript-eslint/no-restricted-imports": only(
        { ...native, group: ["@tauri-apps/*"] },
        features,
        frame,
        otherWords,
      ),
    },
  },
  {
    files: ["src/ipc/**"],
    rules: { "@typescript-eslint/no-restricted-imports": only(features, frame) },
  },
  {
    files: ["src/ipc/*generated.ts"],
    rules: { "max-lines": "off", "@typescript-eslint/no-empty-object-type": "off" },
  },
  { files: ["src/i18n/*/**/*.ts"], rules: { "max-lines": "off" } },
);
