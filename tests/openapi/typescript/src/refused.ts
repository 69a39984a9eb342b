// What the generated types must refuse. Each marked line is an error of the compiler, or the mark itself is one: so this
// file fails once a document says less than the vendor's.
import createClient from "openapi-fetch";
import type { paths as JuhePaths } from "../generated/juhe.js";
import type { paths as QccPaths } from "../generated/qcc.js";
import type { components, paths as QixinPaths } from "../generated/qixin.js";
import type { components as Torture } from "../generated/torture.js";

const qixin = createClient<QixinPaths>();
const qcc = createClient<QccPaths>();
const juhe = createClient<JuhePaths>();
const item: components["schemas"]["ExecutionListByNameItem"] = {};
const form = { key: "k", keyword: "a", realname: "b", type: "1" } as const;

export const refused = async (): Promise<void> => {
  // @ts-expect-error: no such path
  await qixin.GET("/APIService/execution/getExecutionListByNumber", {});
  // @ts-expect-error: the keyword is required
  await qixin.GET("/APIService/execution/getExecutionListByName", { params: { header: { "Auth-Version": "2.0" } } });
  // @ts-expect-error: a call is of version 2.0
  await qixin.GET("/APIService/execution/getExecutionListByName", { params: { query: { keyword: "a" }, header: { "Auth-Version": "1.0" } } });
  // @ts-expect-error: a page's size is a number
  await qcc.GET("/api/yj/LimitExitCheck/GetList", { params: { query: { searchKey: "ab", pageSize: "20" } } });
  // @ts-expect-error: there are three lists
  await juhe.POST("/personRisk/query", { body: { ...form, type: "4" } });
  // @ts-expect-error: the person's name is required
  await juhe.POST("/personRisk/query", { body: { key: "k", keyword: "a", type: "1" } });
  // @ts-expect-error: no such field
  item.case_no;
  // @ts-expect-error: a court is text
  item.court = 1;
  // @ts-expect-error: no documented status
  ((status: components["schemas"]["Status"]) => status)("999");
  // @ts-expect-error: a recursive type knows its own fields
  ((node: Torture["schemas"]["TypeNode"]) => node.children?.[0]?.nothing)({});
};
