import { describe, expect, it } from "vitest";
import { readLine } from "@/features/people/visitors/typed";

describe("one typed line", () => {
  it("gives name and phone", () => {
    expect(readLine("李静 13812345678")).toEqual({
      name: "李静",
      phone: "13812345678",
      idNumber: "",
    });
    expect(readLine("欧阳 娜娜 138 1234 5678")).toEqual({
      name: "欧阳 娜娜",
      phone: "13812345678",
      idNumber: "",
    });
  });
  it("tells an identity number from a phone", () => {
    expect(readLine("张桂兰 11010519491231002x 010-88886666")).toEqual({
      name: "张桂兰",
      phone: "01088886666",
      idNumber: "11010519491231002X",
    });
  });
  it("knows a passport, and reads through what nobody sees", () => {
    expect(readLine("\u{feff}Ｊane\u{200b} Ｅ12345678 1381234\u{202c}5678")).toEqual({
      name: "Jane",
      phone: "13812345678",
      idNumber: "E12345678",
    });
    expect(readLine("zs5678").idNumber).toBe("");
  });
  it("keeps a bare name and drops a phone suffix that only narrowed the search", () => {
    expect(readLine("阿依古丽·买买提")).toEqual({
      name: "阿依古丽·买买提",
      phone: "",
      idNumber: "",
    });
    expect(readLine("李静 5678")).toEqual({ name: "李静", phone: "", idNumber: "" });
  });
});
